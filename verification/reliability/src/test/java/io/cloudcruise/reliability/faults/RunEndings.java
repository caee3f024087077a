package io.cloudcruise.reliability.faults;

import static io.cloudcruise.reliability.faults.Again.NO;
import static io.cloudcruise.reliability.faults.Again.YES;
import static io.cloudcruise.reliability.faults.Expected.atOnce;
import static io.cloudcruise.reliability.faults.Expected.byDeadline;

/** How most calls in trouble have to end. */
final class RunEndings {
  static final Expected RESULTS = atOnce("results", NO);
  static final Expected VIOLATION = atOnce("ContractViolationException", NO);
  static final Expected LOST = atOnce("UnavailableException: CONNECTION_LOST", YES);
  static final Expected CANNOT_CONNECT =
      atOnce("UnavailableException: CANNOT_CONNECT", YES).after(0);
  static final Expected NOT_TRUSTED = atOnce("UnavailableException: NOT_TRUSTED", NO).after(0);
  static final Expected SERVER_ERROR = atOnce("UnavailableException: SERVER_ERROR", YES);
  static final Expected NO_ANSWER =
      byDeadline("DeadlineExceededException: WAITING_FOR_RESPONSE", YES);
  static final Expected HALF_AN_ANSWER =
      byDeadline("DeadlineExceededException: READING_RESPONSE", YES);

  private RunEndings() {}
}
