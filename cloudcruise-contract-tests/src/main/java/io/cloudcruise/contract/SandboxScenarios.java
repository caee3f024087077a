package io.cloudcruise.contract;

import io.cloudcruise.sandbox.Sandbox;

/** Which scenario of the sandbox shows a situation. */
final class SandboxScenarios {
  private SandboxScenarios() {}

  static String sessionId(Situation situation) {
    return Sandbox.scenario(name(situation)).sessionId();
  }

  private static String name(Situation situation) {
    return switch (situation) {
      case SUCCEEDED -> "success";
      case FAILED -> "authentication-error";
      case FAILED_UNANALYSED -> "unclassified-failure";
      case FAILED_IN_AN_UNKNOWN_CATEGORY -> "unknown-category";
      case RECOVERED -> "recovered";
      case PARTLY_RECOVERED -> "partly-recovered";
      case STOPPED -> "stopped";
      case QUEUED -> "queued";
      case RUNNING -> "started";
      case REQUEUED -> "requeued";
      case PAUSED -> "paused";
      case UNKNOWN_STATUS -> "unknown-status";
      case EXACT_OUTPUT -> "exact-output";
      case ONLY_WHAT_MUST_BE -> "only-required";
      case ALL_ELSE_NULL -> "all-null";
      case SECRETS -> "secrets";
      case ARTIFACTS -> "demo";
      case MOVING -> "moving-success";
      case ABSENT -> "not-found";
      case REQUEST_REFUSED -> "unprocessable";
      default -> throw new IllegalArgumentException("no scenario shows " + situation);
    };
  }
}
