package io.cloudcruise.cli;

/**
 * A piece of a line.
 *
 * @param text any text; the page that it is put on makes it harmless
 */
record Span(String text, Style style) {
  static Span plain(String text) {
    return new Span(text, Style.PLAIN);
  }

  static Span faint(String text) {
    return new Span(text, Style.FAINT);
  }
}
