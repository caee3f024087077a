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
      names = "--sandbox",
      description = "Ask a sandbox that runs inside this program. Needs neither key nor network.")
  private boolean sandbox;

  boolean sandbox() {
    return sandbox;
  }

  boolean hasBaseUrl() {
    return baseUrl != null;
  }

  void refuseNonsense() {
    if (sandbox && hasBaseUrl()) {
      throw new UsageException(
          "--sandbox asks the sandbox inside this program: leave out --base-url");
    }
  }

  /** {@return the run of that name} */
  static SessionId run(String sessionId) {
    try {
      return new SessionId(sessionId);
    } catch (IllegalArgumentException doesNotQuoteIt) {
      throw new UsageException(doesNotQuoteIt);
    }
  }

  /**
   * Says whom to ask.
   *
   * @param deadline how long one request may take; empty for the default
   */
  Platform platform(Optional<Duration> deadline, CliContext context) {
    return sandbox
        ? new SandboxPlatform(deadline, context.clock())
        : RemotePlatform.of(Optional.ofNullable(baseUrl), deadline, context);
  }
}
