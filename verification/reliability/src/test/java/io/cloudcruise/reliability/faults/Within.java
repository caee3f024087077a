package io.cloudcruise.reliability.faults;

import java.time.Duration;

/** How long a call may take at the longest. */
enum Within {
  /** There is much time left, and none of it is waited for. */
  AT_ONCE("at once", Duration.ofSeconds(60), Duration.ZERO, Duration.ofSeconds(20)),
  /** The time is used, and no more of it: what is more is the machine's. */
  BY_DEADLINE("deadline", Duration.ofSeconds(2), Duration.ofMillis(1900), Duration.ofSeconds(20));

  private final String words;
  private final Duration deadline;
  private final Duration least;
  private final Duration most;

  Within(String words, Duration deadline, Duration least, Duration most) {
    this.words = words;
    this.deadline = deadline;
    this.least = least;
    this.most = most;
  }

  /** {@return how much time the caller gives the call} */
  Duration deadline() {
    return deadline;
  }

  Duration least() {
    return least;
  }

  Duration most() {
    return most;
  }

  @Override
  public String toString() {
    return words;
  }
}
