package io.cloudcruise.cli;

import java.util.List;

/**
 * What a person is to read, in lines that are never wider than {@link #WIDTH}. All that is put on a
 * page may come from anywhere: it is made harmless here, so that nobody can forget to.
 */
final class Page {
  static final int WIDTH = 80;

  private static final int WIDEST_LABEL = 30;
  private static final int GAP = 2;
  private static final int LINES_OF_A_VALUE = 4;

  private final boolean colour;
  private final StringBuilder text = new StringBuilder();
  private int lines;

  Page(boolean colour) {
    this.colour = colour;
  }

  String text() {
    return text.toString();
  }

  int lines() {
    return lines;
  }

  void blank() {
    end();
  }

  /** Begins a part of the page. */
  void heading(String heading, String remark) {
    blank();
    line(0, new Span(heading, Style.STRONG), Span.faint(remark.isEmpty() ? "" : "  " + remark));
  }

  /** Puts the pieces on one line, and cuts off what has no room. */
  void line(int indent, Span... spans) {
    text.append(" ".repeat(indent));
    int room = WIDTH - indent;
    for (Span span : spans) {
      String shown = room > 0 ? Width.shorten(harmless(span.text()), room) : "";
      room -= Width.of(shown);
      text.append(colour ? span.style().paint(shown) : shown);
    }
    end();
  }

  /** Keeps the spaces around, which line the pieces up. */
  private static String harmless(String text) {
    String safe = SafeText.line(text).strip();
    if (safe.isEmpty()) {
      return " ".repeat(text.isBlank() ? Math.min(text.length(), WIDTH) : 0);
    }
    int before = text.length() - text.stripLeading().length();
    int after = text.length() - text.stripTrailing().length();
    return " ".repeat(Math.min(before, WIDTH)) + safe + " ".repeat(Math.min(after, WIDTH));
  }

  private void end() {
    while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    text.append('\n');
    lines++;
  }

  void paragraph(int indent, String prose, Style style, int mostLines) {
    for (String line : Width.wrap(SafeText.line(prose), WIDTH - indent, mostLines)) {
      line(indent, new Span(line, style));
    }
  }

  /** Lines the values up behind the labels. */
  void facts(int indent, List<Fact> facts) {
    int widest = facts.stream().mapToInt(fact -> Width.of(label(fact))).max().orElse(0);
    facts.forEach(fact -> fact(indent, widest, fact));
  }

  private static String label(Fact fact) {
    return Width.shorten(SafeText.line(fact.label()).strip(), WIDEST_LABEL);
  }

  private void fact(int indent, int labelWidth, Fact fact) {
    String label = Width.padEnd(label(fact), labelWidth + GAP);
    int room = WIDTH - indent - labelWidth - GAP;
    for (String line : Width.wrap(SafeText.line(fact.value()), room, LINES_OF_A_VALUE)) {
      line(indent, Span.faint(label), new Span(line, fact.style()));
      label = " ".repeat(labelWidth + GAP);
    }
  }
}
