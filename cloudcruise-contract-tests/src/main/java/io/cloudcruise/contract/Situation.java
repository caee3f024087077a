package io.cloudcruise.contract;

/** A state of the platform that a promise of the port is about. */
public enum Situation {
  /** A run ended well and has an output. */
  SUCCEEDED,
  /** A run failed with an error of the category {@code AUTHENTICATION_ERROR}. */
  FAILED,
  /** A run failed with an error that nobody analysed: it has no category. */
  FAILED_UNANALYSED,
  /** A run failed with an error of {@link RunResultsPortContract#UNKNOWN_CATEGORY}. */
  FAILED_IN_AN_UNKNOWN_CATEGORY,
  /** A run ended well after errors that were all recovered. */
  RECOVERED,
  /** A run ended with errors of which some were recovered and some were not. */
  PARTLY_RECOVERED,
  /** A run was interrupted. */
  STOPPED,
  /** A run waits for its turn. */
  QUEUED,
  /** A run is being executed. */
  RUNNING,
  /** A run failed, and waits to be tried again. */
  REQUEUED,
  /** A run is held back. */
  PAUSED,
  /** A run is in {@link RunResultsPortContract#UNKNOWN_STATUS}. */
  UNKNOWN_STATUS,
  /** A run ended well, and its output is {@link RunResultsPortContract#EXACT_OUTPUT}. */
  EXACT_OUTPUT,
  /** Of a run that ended well, no more is sent than what must be. */
  ONLY_WHAT_MUST_BE,
  /** Of a run that ended well, everything else is sent as null. */
  ALL_ELSE_NULL,
  /** A run has at least one input that must not be shown, and used a credential. */
  SECRETS,
  /** A run has screenshots, recordings and files, each with a signed URL. */
  ARTIFACTS,
  /** A run has not ended; {@link Subject#move} makes it end well. */
  MOVING,
  /** There is no such run. */
  ABSENT,
  /** The key is not accepted. */
  KEY_REFUSED,
  /** The key is not allowed to read the run. */
  RUN_FORBIDDEN,
  /** The workspace has used up what it pays for. */
  USAGE_LIMIT_EXCEEDED,
  /** The request is not accepted as it is. */
  REQUEST_REFUSED,
  /** Too many requests were sent; the platform asks the caller to wait a second. */
  RATE_LIMITED,
  /** The platform cannot do its work; it asks the caller to wait five seconds. */
  OVERLOADED,
  /** The platform cannot be reached. */
  UNREACHABLE,
  /** The platform answers something that is no run's results. */
  UNINTELLIGIBLE,
  /** The platform responds with the results of another run. */
  ANOTHER_RUN,
  /** The platform does not answer. A port that has a deadline waits two seconds at most. */
  SILENT
}
