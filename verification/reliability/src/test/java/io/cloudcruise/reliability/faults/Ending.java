package io.cloudcruise.reliability.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.rigs.Exposure;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * How a call ended, and when.
 *
 * @param words what the call returned, or the type that it threw and what that says of the reason
 * @param took how long it took
 */
record Ending(String words, Duration took) {
  /** Stands in what must not be seen: keys, and what servers say. */
  static final String CANARY = "canary";

  static Ending of(Callable<String> call) {
    long start = System.nanoTime();
    String words;
    try {
      words = call.call();
    } catch (Exception failure) {
      words = words(failure);
    }
    return new Ending(words, Duration.ofNanos(System.nanoTime() - start));
  }

  static String words(Throwable thrown) {
    assertThat(Exposure.of(thrown)).doesNotContainIgnoringCase(CANARY);
    return thrown.getClass().getSimpleName() + reason(thrown);
  }

  private static String reason(Throwable thrown) {
    if (thrown instanceof UnavailableException unavailable) {
      return ": " + unavailable.reason();
    }
    if (thrown instanceof DeadlineExceededException exceeded) {
      return ": " + exceeded.phase();
    }
    if (thrown instanceof ArtifactException artifact) {
      return ": " + artifact.reason();
    }
    boolean known = thrown instanceof RunResultsException;
    return known || thrown.getClass().getName().startsWith("io.cloudcruise") ? "" : ": " + thrown;
  }
}
