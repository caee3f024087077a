package io.cloudcruise.cli;

import io.cloudcruise.core.port.AccessDeniedException;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.InvalidRequestException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunNotFoundException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UsageLimitExceededException;

/** What the process ends with. Scripts go by these numbers: never give one another meaning. */
final class ExitCode {
  static final int RETRIEVED = 0;
  static final int UNFORESEEN = 1;
  static final int USAGE = 2;
  static final int ACCESS_DENIED = 3;
  static final int NOT_FOUND = 4;
  static final int RUN_FAILED = 5;
  static final int RUN_STOPPED = 6;
  static final int NEEDS_PERSON = 7;
  static final int ARTIFACTS_MISSING = 8;
  static final int STILL_RUNNING = 9;
  static final int UNAVAILABLE = 10;
  static final int RATE_LIMITED = 11;
  static final int USAGE_LIMIT = 12;
  static final int CONTRACT_VIOLATION = 13;
  static final int INTERRUPTED = 130;

  private ExitCode() {}

  /** What is left, unavailable or too slow, may go well another time. */
  static int of(RunResultsException failure) {
    if (failure instanceof InvalidRequestException) {
      return USAGE;
    }
    if (failure instanceof AccessDeniedException) {
      return ACCESS_DENIED;
    }
    if (failure instanceof RunNotFoundException) {
      return NOT_FOUND;
    }
    if (failure instanceof RateLimitedException) {
      return RATE_LIMITED;
    }
    if (failure instanceof UsageLimitExceededException) {
      return USAGE_LIMIT;
    }
    if (failure instanceof ContractViolationException) {
      return CONTRACT_VIOLATION;
    }
    return failure instanceof CallInterruptedException ? INTERRUPTED : UNAVAILABLE;
  }
}
