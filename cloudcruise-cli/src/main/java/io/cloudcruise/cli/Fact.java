package io.cloudcruise.cli;

/**
 * A line of a list: what it is about, and what there is to say.
 *
 * @param label any text
 * @param value any text
 */
record Fact(String label, String value, Style style) {
  static Fact plain(String label, String value) {
    return new Fact(label, value, Style.PLAIN);
  }
}
