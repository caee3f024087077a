package io.cloudcruise.cli;

import java.util.Locale;

/** Says how many there are. */
final class Counted {
  private Counted() {}

  static String of(long count, String one, String many) {
    return number(count) + " " + (count == 1 ? one : many);
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
