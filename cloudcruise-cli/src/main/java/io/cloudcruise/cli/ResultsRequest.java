package io.cloudcruise.cli;

import io.cloudcruise.core.model.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code results} was asked to show, checked for combinations that make no sense.
 *
 * @param runs the runs asked for, each once; empty for a file only
 */
record ResultsRequest(
    List<SessionId> runs,
    Optional<String> file,
    PlatformOptions asked,
    boolean waits,
    Optional<Duration> timeout) {
  private static final Duration LONGEST_WAIT_BY_DEFAULT = Duration.ofMinutes(30);

  static ResultsRequest of(
      List<String> sessionIds,
      @Nullable String file,
      PlatformOptions asked,
      boolean waits,
      @Nullable Duration timeout) {
    ResultsRequest request =
        new ResultsRequest(
            runs(sessionIds, asked.sandbox() && file == null),
            Optional.ofNullable(file),
            asked,
            waits,
            Optional.ofNullable(timeout));
    request.refuseNonsense();
    return request;
  }

  private void refuseNonsense() {
    if (file.isPresent()) {
      String alone = "--file reads a saved response and asks nobody: leave out ";
      refuse(!runs.isEmpty(), alone + "SESSION_ID");
      refuse(asked.sandbox(), alone + "--sandbox");
      refuse(asked.hasBaseUrl(), alone + "--base-url");
      refuse(waits, alone + "--wait");
      refuse(timeout.isPresent(), alone + "--timeout");
    }
    asked.refuseNonsense();
    refuse(
        runs.isEmpty() && file.isEmpty(), "which run? Give a SESSION_ID, or --file, or --sandbox");
    refuse(
        runs.size() > 1 && !waits,
        "there is an argument too many: several runs can only be waited for, with --wait");
  }

  private static void refuse(boolean senseless, String why) {
    if (senseless) {
      throw new UsageException(why);
    }
  }

  private static List<SessionId> runs(List<String> sessionIds, boolean sandbox) {
    List<String> asked =
        sessionIds.isEmpty() && sandbox ? List.of(SandboxPlatform.DEFAULT_RUN) : sessionIds;
    return asked.stream().map(PlatformOptions::run).distinct().toList();
  }

  ResultsSource source(CliContext context) {
    return file.isPresent()
        ? new SavedResponse(file.get(), context.in())
        : new PlatformResponse(platform(context), runs.get(0));
  }

  /** While it waits, the timeout bounds the wait and not each request. */
  Platform platform(CliContext context) {
    return asked.platform(timeout.filter(unused -> !waits), context);
  }

  Duration longestWait() {
    return timeout.orElse(LONGEST_WAIT_BY_DEFAULT);
  }
}
