package io.cloudcruise.cli;

import java.util.Locale;

/** Says how much there is. */
final class Bytes {
  private static final String[] UNITS = {"kB", "MB", "GB", "TB"};
  private static final int STEP = 1_000;

  private Bytes() {}

  static String words(long bytes) {
    if (bytes < STEP) {
      return Counted.of(bytes, "byte", "bytes");
    }
    double value = (double) bytes / STEP;
    int unit = 0;
    while (value >= STEP - 0.5 && unit < UNITS.length - 1) {
      value /= STEP;
      unit++;
    }
    return String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
  }
}
