package io.cloudcruise.cli;

/** How a piece of text looks on a terminal that shows colour. */
enum Style {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  BAD("31"),
  BUSY("33"),
  GOOD_STRONG("1;32"),
  BAD_STRONG("1;31"),
  BUSY_STRONG("1;33");

  private static final String ESCAPE = "\u001B[";

  private final String codes;

  Style(String codes) {
    this.codes = codes;
  }

  String paint(String text) {
    return codes.isEmpty() || text.isEmpty() ? text : ESCAPE + codes + "m" + text + ESCAPE + "0m";
  }
}
