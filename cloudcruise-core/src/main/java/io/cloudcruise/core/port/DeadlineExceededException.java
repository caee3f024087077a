package io.cloudcruise.core.port;

import io.cloudcruise.core.model.SessionId;
import java.io.Serial;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The call was not complete when its time was up. The phase says what the time was spent on. */
public final class DeadlineExceededException extends RunResultsException {
  @Serial private static final long serialVersionUID = 1L;

  private final Phase phase;
  private final Duration deadline;

  /**
   * Describes a call that took too long.
   *
   * @param sessionId the run asked for; empty if no particular one was
   * @param phase what was under way when the time was up
   * @param deadline how long the whole call was allowed to take
   * @param cause what happened underneath; must hold no secret
   */
  public DeadlineExceededException(
      Optional<SessionId> sessionId, Phase phase, Duration deadline, @Nullable Throwable cause) {
    super(
        sessionId,
        OptionalInt.empty(),
        true,
        "deadline of %s exceeded while %s".formatted(deadline, phase.words()),
        cause);
    this.phase = Objects.requireNonNull(phase, "phase");
    this.deadline = deadline;
  }

  private DeadlineExceededException(DeadlineExceededException original, Attempts attempts) {
    super(original, attempts);
    this.phase = original.phase;
    this.deadline = original.deadline;
  }

  @Override
  DeadlineExceededException copy(Attempts attempts) {
    return new DeadlineExceededException(this, attempts);
  }

  /** {@return what was under way when the time was up} */
  public Phase phase() {
    return phase;
  }

  /** {@return how long the whole call was allowed to take} */
  public Duration deadline() {
    return deadline;
  }

  /** What a call does, one after the other. */
  public enum Phase {
    /** Opening the connection, agreeing on TLS. */
    CONNECTING,
    /** No answer has begun, for whatever reason other than that a connection is being opened. */
    WAITING_FOR_RESPONSE,
    /** The response has begun and is not complete. */
    READING_RESPONSE,
    /** The response is complete and being made sense of. */
    DECODING_RESPONSE;

    private String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
