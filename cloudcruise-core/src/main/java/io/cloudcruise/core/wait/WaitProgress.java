package io.cloudcruise.core.wait;

import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.SessionId;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a wait stands after a poll. Immutable. */
public final class WaitProgress {
  private final SessionId sessionId;
  private final Optional<RunStatus> status;
  private final boolean changed;
  private final Duration waited;
  private final int polls;
  private final Optional<Duration> nextPoll;

  private WaitProgress(Builder from) {
    sessionId = from.sessionId;
    status = from.status;
    changed = from.changed;
    waited = from.waited;
    polls = from.polls;
    nextPoll = from.nextPoll;
  }

  /**
   * Starts to build progress, for tests of listeners.
   *
   * @param sessionId the run waited for
   * @return a builder of a wait that has not seen anything
   */
  public static Builder builder(SessionId sessionId) {
    return new Builder(sessionId);
  }

  /** {@return the run waited for} */
  public SessionId sessionId() {
    return sessionId;
  }

  /** {@return its status; empty if it has not been seen yet} */
  public Optional<RunStatus> status() {
    return status;
  }

  /** {@return whether the status is another than at the poll before} */
  public boolean changed() {
    return changed;
  }

  /** {@return how long the wait has taken so far} */
  public Duration waited() {
    return waited;
  }

  /** {@return how many times the platform was asked} */
  public int polls() {
    return polls;
  }

  /** {@return in how long it will be asked again; empty if it will not be} */
  public Optional<Duration> nextPoll() {
    return nextPoll;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WaitProgress that
        && sessionId.equals(that.sessionId)
        && status.equals(that.status)
        && changed == that.changed
        && waited.equals(that.waited)
        && polls == that.polls
        && nextPoll.equals(that.nextPoll);
  }

  @Override
  public int hashCode() {
    return Objects.hash(sessionId, status, changed, waited, polls, nextPoll);
  }

  @Override
  public String toString() {
    return "WaitProgress[sessionId=%s, status=%s, changed=%s, waited=%s, polls=%d, nextPoll=%s]"
        .formatted(sessionId, status, changed, waited, polls, nextPoll);
  }

  /** Builds progress. Not thread-safe. */
  public static final class Builder {
    private final SessionId sessionId;
    private Optional<RunStatus> status = Optional.empty();
    private boolean changed;
    private Duration waited = Duration.ZERO;
    private int polls;
    private Optional<Duration> nextPoll = Optional.empty();

    private Builder(SessionId sessionId) {
      this.sessionId = Objects.requireNonNull(sessionId, "sessionId");
    }

    /**
     * Sets {@link WaitProgress#status}.
     *
     * @param value the status; empty if the run has not been seen yet
     * @return this builder
     */
    public Builder status(Optional<RunStatus> value) {
      status = Objects.requireNonNull(value, "status");
      return this;
    }

    /**
     * Sets {@link WaitProgress#changed}.
     *
     * @param value whether the status is another than before
     * @return this builder
     */
    public Builder changed(boolean value) {
      changed = value;
      return this;
    }

    /**
     * Sets {@link WaitProgress#waited}.
     *
     * @param value how long the wait has taken
     * @return this builder
     */
    public Builder waited(Duration value) {
      waited = Objects.requireNonNull(value, "waited");
      return this;
    }

    /**
     * Sets {@link WaitProgress#polls}.
     *
     * @param value how many times the platform was asked
     * @return this builder
     */
    public Builder polls(int value) {
      polls = value;
      return this;
    }

    /**
     * Sets {@link WaitProgress#nextPoll}.
     *
     * @param value in how long it will be asked again; empty if it will not be
     * @return this builder
     */
    public Builder nextPoll(Optional<Duration> value) {
      nextPoll = Objects.requireNonNull(value, "nextPoll");
      return this;
    }

    /** {@return the progress} */
    public WaitProgress build() {
      return new WaitProgress(this);
    }
  }
}
