package io.cloudcruise.cli;

import io.cloudcruise.core.port.AccessDenied;
import io.cloudcruise.core.port.CallInterrupted;
import io.cloudcruise.core.port.ContractViolation;
import io.cloudcruise.core.port.InvalidRequest;
import io.cloudcruise.core.port.RateLimited;
import io.cloudcruise.core.port.RunNotFound;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UsageLimitExceeded;

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
    if (failure instanceof InvalidRequest) {
      return USAGE;
    }
    if (failure instanceof AccessDenied) {
      return ACCESS_DENIED;
    }
    if (failure instanceof RunNotFound) {
      return NOT_FOUND;
    }
    if (failure instanceof RateLimited) {
      return RATE_LIMITED;
    }
    if (failure instanceof UsageLimitExceeded) {
      return USAGE_LIMIT;
    }
    if (failure instanceof ContractViolation) {
      return CONTRACT_VIOLATION;
    }
    return failure instanceof CallInterrupted ? INTERRUPTED : UNAVAILABLE;
  }
}
