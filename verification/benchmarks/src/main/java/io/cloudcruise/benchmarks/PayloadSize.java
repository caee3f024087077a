package io.cloudcruise.benchmarks;

import java.util.Locale;

/** How much a run left behind. */
public enum PayloadSize {
  /** About 4 KB. */
  SMALL(3, 1, 3),
  /** About 70 KB. */
  MEDIUM(60, 8, 200),
  /** About 6 MB. */
  LARGE(4_000, 200, 20_000);

  private final int screenshots;
  private final int errors;
  private final int rows;

  PayloadSize(int screenshots, int errors, int rows) {
    this.screenshots = screenshots;
    this.errors = errors;
    this.rows = rows;
  }

  int screenshots() {
    return screenshots;
  }

  int errors() {
    return errors;
  }

  int rows() {
    return rows;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
