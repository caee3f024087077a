package io.cloudcruise.cli;

import io.cloudcruise.core.model.SessionId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code results} was asked to show, checked for combinations that make no sense.
 *
 * @param run the run asked for; empty for a file, and for the sandbox's demonstration
 */
record ResultsRequest(
    Optional<SessionId> run,
    Optional<String> file,
    boolean sandbox,
    Optional<String> baseUrl,
    Optional<Duration> timeout) {

  static ResultsRequest of(
      @Nullable String sessionId,
      @Nullable String file,
      boolean sandbox,
      @Nullable String baseUrl,
      @Nullable Duration timeout) {
    if (file != null) {
      String alone = "--file reads a saved answer and asks nobody: leave out ";
      refuse(sessionId != null, alone + "SESSION_ID");
      refuse(sandbox, alone + "--sandbox");
      refuse(baseUrl != null, alone + "--base-url");
      refuse(timeout != null, alone + "--timeout");
    }
    refuse(
        sandbox && baseUrl != null,
        "--sandbox asks the sandbox inside this program: leave out --base-url");
    refuse(
        sessionId == null && file == null && !sandbox,
        "which run? Give a SESSION_ID, or --file, or --sandbox");
    return new ResultsRequest(
        Optional.ofNullable(sessionId).map(ResultsRequest::checked),
        Optional.ofNullable(file),
        sandbox,
        Optional.ofNullable(baseUrl),
        Optional.ofNullable(timeout));
  }

  private static void refuse(boolean senseless, String why) {
    if (senseless) {
      throw new UsageError(why);
    }
  }

  private static SessionId checked(String text) {
    try {
      return new SessionId(text);
    } catch (IllegalArgumentException doesNotQuoteIt) {
      throw new UsageError(doesNotQuoteIt);
    }
  }

  ResultsSource source(Surroundings surroundings) {
    if (file.isPresent()) {
      return new SavedAnswer(file.get(), surroundings.in());
    }
    if (sandbox) {
      return new SandboxAnswer(run, timeout, surroundings.clock());
    }
    return PlatformAnswer.of(run.orElseThrow(), baseUrl, timeout, surroundings);
  }
}
