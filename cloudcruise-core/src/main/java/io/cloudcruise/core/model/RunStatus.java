package io.cloudcruise.core.model;

import io.cloudcruise.core.internal.Printable;
import java.util.Locale;
import java.util.Objects;

/**
 * Where a run stands. An open set: the platform may add statuses before this library knows them, so
 * the spelling it came in is kept, and what it means is asked for separately.
 *
 * @param rawValue the status word for word
 * @param kind what it means, {@link Kind#UNKNOWN} if this version does not know
 */
public record RunStatus(String rawValue, Kind kind) {
  public RunStatus {
    Objects.requireNonNull(rawValue, "spelling");
    Objects.requireNonNull(kind, "meaning");
  }

  /**
   * Makes a status for results that come from no platform, such as those of a test.
   *
   * @param kind what it means
   * @return a status spelled like its meaning
   */
  public static RunStatus of(Kind kind) {
    return new RunStatus(kind.name().toLowerCase(Locale.ROOT), kind);
  }

  /** {@return whether the run has ended; an unknown status has not} */
  public boolean isTerminal() {
    return kind.terminal;
  }

  /** {@return the word, unprintable characters replaced} */
  @Override
  public String toString() {
    return Printable.of(rawValue);
  }

  /** What a status means. */
  public enum Kind {
    /** Waits for its turn. */
    QUEUED(false),
    /** An agent is at work. */
    RUNNING(false),
    /** Failed, and waits to be tried again. */
    REQUEUED(false),
    /** Held back before it is executed, because its workflow or its credential is paused. */
    PAUSED(false),
    /** Waits for somebody to supply input. */
    WAITING_FOR_INPUT(false),
    /** Ended well. */
    SUCCEEDED(true),
    /** Ended badly. */
    FAILED(true),
    /** Ended because somebody, or another run, interrupted it. */
    STOPPED(true),
    /** Not known to this version; taken for not ended. */
    UNKNOWN(false);

    private final boolean terminal;

    Kind(boolean terminal) {
      this.terminal = terminal;
    }
  }
}
