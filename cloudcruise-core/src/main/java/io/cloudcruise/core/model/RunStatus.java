package io.cloudcruise.core.model;

import java.util.Locale;
import java.util.Objects;

/**
 * Where a run stands. An open set: the platform may add statuses before this library knows them, so
 * the spelling it came in is kept, and what it means is asked for separately.
 *
 * @param spelling the status word for word
 * @param meaning what it means, {@link Meaning#UNKNOWN} if this version does not know
 */
public record RunStatus(String spelling, Meaning meaning) {
  public RunStatus {
    Objects.requireNonNull(spelling, "spelling");
    Objects.requireNonNull(meaning, "meaning");
  }

  /**
   * Makes a status for results that come from no platform, such as those of a test.
   *
   * @param meaning what it means
   * @return a status spelled like its meaning
   */
  public static RunStatus of(Meaning meaning) {
    return new RunStatus(meaning.name().toLowerCase(Locale.ROOT), meaning);
  }

  /** {@return whether the run has ended; an unknown status has not} */
  public boolean isTerminal() {
    return meaning.terminal;
  }

  /** {@return the word, unprintable characters replaced} */
  @Override
  public String toString() {
    return Printable.of(spelling);
  }

  /** What a status means. */
  public enum Meaning {
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

    Meaning(boolean terminal) {
      this.terminal = terminal;
    }
  }
}
