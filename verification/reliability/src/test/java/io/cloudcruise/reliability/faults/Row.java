package io.cloudcruise.reliability.faults;

/**
 * One fault, done to one subject.
 *
 * @param subject who asks
 * @param fault what is done to it
 * @param expected what has to come of it
 * @param trial tries it
 */
record Row(String subject, String fault, Expected expected, Trial trial) {

  /** Does the fault to the subject. */
  @FunctionalInterface
  interface Trial {
    Observed run(Within within) throws Exception;
  }

  @Override
  public String toString() {
    return subject + ": " + fault;
  }
}
