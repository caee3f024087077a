package io.cloudcruise.reliability.faults;

/** Whether another attempt is made by those who retry. */
enum Again {
  YES("yes"),
  NO("no"),
  /** Once, for which the run is retrieved again. */
  RENEWED("with a new URL");

  private final String words;

  Again(String words) {
    this.words = words;
  }

  @Override
  public String toString() {
    return words;
  }
}
