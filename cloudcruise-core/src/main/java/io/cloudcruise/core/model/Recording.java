package io.cloudcruise.core.model;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A video of the browser. A run that was requeued has several, one for each try.
 *
 * @param url where to fetch it
 * @param timestamp about when it ends: the recording that shows an error is the first one whose
 *     timestamp is not before the error's
 * @param session the run that it shows; empty if not stated
 * @param otherFields see {@link Artifact#otherFields}
 */
public record Recording(
    Optional<SignedUrl> url,
    Optional<Timestamp> timestamp,
    Optional<SessionId> session,
    Map<String, JsonText> otherFields)
    implements Artifact {
  public Recording {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(timestamp, "timestamp");
    Objects.requireNonNull(session, "session");
    otherFields = Copies.ordered(otherFields);
  }

  @Override
  public Recording withoutSignature() {
    return new Recording(url.map(SignedUrl::withoutSignature), timestamp, session, otherFields);
  }

  /** {@return the components, unprintable characters replaced, JSON and signatures left out} */
  @Override
  public String toString() {
    return Printable.of(
        "Recording[url=%s, timestamp=%s, session=%s, otherFields=%s]"
            .formatted(url, timestamp, session, otherFields));
  }
}
