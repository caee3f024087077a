package io.cloudcruise.core.port;

import io.cloudcruise.core.internal.Printable;
import io.cloudcruise.core.model.SignedUrl;
import java.io.Serial;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An artifact could not be had, or not whole. The reason says what can be done about it.
 *
 * <p>Messages are made of the URL without what authorises in it, an HTTP status and words of this
 * library. They hold no body, header, query string or secret, and neither does any cause.
 */
public final class ArtifactException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;
  private static final int NO_STATUS = 0;

  private final Reason reason;
  private final int httpStatus;

  /**
   * Describes an artifact that cannot be had.
   *
   * @param reason why
   * @param detail more than the reason says, in words of this library; empty for none
   */
  public ArtifactException(Reason reason, String detail) {
    this(reason, "artifact: ", detail, OptionalInt.empty(), null);
  }

  /**
   * Describes a fetch that failed without a response.
   *
   * @param reason why
   * @param url what was to be fetched
   * @param detail more than the reason says, in words of this library; empty for none
   * @param cause what happened underneath; must hold no secret
   */
  public ArtifactException(Reason reason, SignedUrl url, String detail, @Nullable Throwable cause) {
    this(reason, "artifact " + url + ": ", detail, OptionalInt.empty(), cause);
  }

  /**
   * Describes a fetch that failed with a response.
   *
   * @param reason why
   * @param url what was to be fetched
   * @param detail more than the reason says, in words of this library; empty for none
   * @param httpStatus the status answered
   */
  public ArtifactException(Reason reason, SignedUrl url, String detail, int httpStatus) {
    this(reason, "artifact " + url + ": ", detail, OptionalInt.of(httpStatus), null);
  }

  private ArtifactException(
      Reason reason,
      String subject,
      String detail,
      OptionalInt httpStatus,
      @Nullable Throwable cause) {
    super(message(subject, reason, detail, httpStatus), cause);
    this.reason = Objects.requireNonNull(reason, "reason");
    this.httpStatus = httpStatus.orElse(NO_STATUS);
  }

  private static String message(
      String subject, Reason reason, String detail, OptionalInt httpStatus) {
    String message =
        subject
            + reason.words
            + (detail.isEmpty() ? "" : ": " + detail)
            + (httpStatus.isPresent() ? " (HTTP " + httpStatus.getAsInt() + ")" : "");
    return Printable.of(message);
  }

  /** {@return why} */
  public Reason reason() {
    return reason;
  }

  /** {@return the HTTP status of the response; empty if there was no response, or no HTTP} */
  public OptionalInt httpStatus() {
    return httpStatus == NO_STATUS ? OptionalInt.empty() : OptionalInt.of(httpStatus);
  }

  /** {@return whether the same fetch can succeed later, with nothing changed by the caller} */
  public boolean isRetryable() {
    return reason == Reason.UNREACHABLE || reason == Reason.BROKEN;
  }

  /** Why an artifact cannot be had. */
  public enum Reason {
    /** The platform sent no URL, or the run does not have the artifact any more. */
    MISSING("there is no URL to fetch it from"),
    /** The URL has expired, or storage refuses it. Retrieving the run again renews it. */
    REFUSED("its URL has expired or is refused"),
    /** The URL leads to where nothing may be fetched from. Asking again does not help. */
    UNSAFE("its URL is not safe to follow"),
    /** It is larger than allowed. */
    TOO_LARGE("it is larger than allowed"),
    /** Storage cannot be reached, or cannot do its work now. */
    UNREACHABLE("its storage cannot be reached"),
    /** No trusted connection came about: check certificates and trust store. */
    NOT_TRUSTED("no trusted TLS connection to its storage"),
    /** The connection broke or fell silent before the artifact was complete. */
    BROKEN("the connection broke before it was complete"),
    /** Storage answered with something that is not the artifact. */
    UNEXPECTED("its storage answered unintelligibly"),
    /** It was not complete when the time was up. */
    TIME_IS_UP("not complete in time"),
    /** The calling thread was interrupted. Its interrupt flag is set. */
    INTERRUPTED("interrupted"),
    /** What fetches artifacts was closed meanwhile. */
    CLOSED("the adapter was closed meanwhile");

    private final String words;

    Reason(String words) {
      this.words = words;
    }
  }
}
