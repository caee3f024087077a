package io.cloudcruise.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When and for which run a response is written.
 *
 * @param zero the run's time zero: when it was first asked for
 * @param now the time of this response
 * @param response which answer this is of the run, counted from one
 */
record Moment(String sessionId, Instant zero, Instant now, int response, ArtifactUrls urls) {

  Duration elapsed() {
    return Duration.between(zero, now);
  }

  /**
   * Reads {@code zero} or {@code now}, with an ISO-8601 offset such as {@code now+P7D}. The present
   * counts in whole seconds: signed URLs expire on one, and must agree with the expiry beside them.
   */
  Instant instant(String expression) {
    boolean fromZero = expression.startsWith("zero");
    String offset = expression.substring(fromZero ? "zero".length() : "now".length());
    Instant anchor = fromZero ? zero : now.truncatedTo(ChronoUnit.SECONDS);
    return offset.isEmpty() ? anchor : anchor.plus(Duration.parse(offset));
  }

  String url(String artifact, Instant expires) {
    return urls.sign(sessionId, artifact, expires);
  }
}
