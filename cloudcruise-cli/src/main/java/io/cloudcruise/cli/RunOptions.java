package io.cloudcruise.cli;

import io.cloudcruise.core.model.SessionId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which one run a command is about, and whom to ask for it. */
final class RunOptions {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SESSION_ID",
      description = "Names the run. With --sandbox: by default the demonstration.")
  private @Nullable String sessionId;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      converter = DurationConverter.class,
      description =
          "How long retrieving the results may take: 500ms, 30s, 5m, 1h or ISO-8601 such as"
              + " PT30S; at most a day. By default 30s.")
  private @Nullable Duration timeout;

  @Mixin private final PlatformOptions asked = new PlatformOptions();

  /** {@return whether any of them was given} */
  boolean areGiven() {
    return sessionId != null || timeout != null || asked.sandbox() || asked.hasBaseUrl();
  }

  /** {@return the run that is named, or with a sandbox the demonstration} */
  SessionId run() {
    if (sessionId == null && !asked.sandbox()) {
      throw new UsageException("which run? Give a SESSION_ID, or --sandbox");
    }
    return PlatformOptions.run(sessionId == null ? SandboxPlatform.DEFAULT_RUN : sessionId);
  }

  Platform platform(CliContext context) {
    asked.refuseNonsense();
    return asked.platform(Optional.ofNullable(timeout), context);
  }
}
