package io.cloudcruise.cli;

import io.cloudcruise.core.model.SessionId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say which platform to ask. */
final class PlatformOptions {
  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = {
        "Where the API is: https, or http on loopback. By default what"
            + " CLOUDCRUISE_BASE_URL says, else",
        "https://api.cloudcruise.com."
      })
  private @Nullable String baseUrl;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description =
          "How long retrieving the results may take: 500ms, 30s, 5m, 1h or ISO-8601 such as"
              + " PT30S; at most a day. By default 30s.")
  private @Nullable Duration timeout;

  @Option(
      names = "--sandbox",
      description = "Ask a sandbox that runs inside this program. Needs neither key nor network.")
  private boolean sandbox;

  /** {@return whether any of them was given} */
  boolean areGiven() {
    return sandbox || baseUrl != null || timeout != null;
  }

  /** {@return the run that is named, or with a sandbox the demonstration} */
  SessionId run(@Nullable String sessionId) {
    if (sessionId == null && !sandbox) {
      throw new UsageError("which run? Give a SESSION_ID, or --sandbox");
    }
    try {
      return new SessionId(sessionId == null ? SandboxPlatform.DEFAULT_RUN : sessionId);
    } catch (IllegalArgumentException doesNotQuoteIt) {
      throw new UsageError(doesNotQuoteIt);
    }
  }

  Platform platform(Surroundings surroundings) {
    if (sandbox && baseUrl != null) {
      throw new UsageError("--sandbox asks the sandbox inside this program: leave out --base-url");
    }
    Optional<Duration> deadline = Optional.ofNullable(timeout);
    return sandbox
        ? new SandboxPlatform(deadline, surroundings.clock())
        : RemotePlatform.of(Optional.ofNullable(baseUrl), deadline, surroundings);
  }
}
