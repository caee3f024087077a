package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunStatus;
import java.util.List;

/** How a run ended, or that it has not, in words. */
record Verdict(String headline, Style style, List<String> remarks) {
  static Verdict of(RunStatus status) {
    return switch (status.kind()) {
      case SUCCEEDED -> new Verdict("✓ SUCCEEDED", Style.GOOD_STRONG, List.of());
      case FAILED -> new Verdict("✗ FAILED", Style.BAD_STRONG, List.of());
      case STOPPED ->
          new Verdict("■ STOPPED", Style.BAD_STRONG, List.of("somebody, or another run, ended it"));
      case QUEUED -> unfinished("QUEUED", "waits for its turn");
      case RUNNING -> unfinished("RUNNING", "an agent is at work");
      case REQUEUED -> unfinished("REQUEUED", "failed, and waits to be tried again");
      case PAUSED -> unfinished("PAUSED", "its workflow or its credential is paused");
      case WAITING_FOR_INPUT -> unfinished("WAITING FOR INPUT", "somebody has to supply it");
      case UNKNOWN ->
          new Verdict(
              "? " + Width.shorten(SafeText.line(status.rawValue()).strip(), 36),
              Style.BUSY_STRONG,
              List.of("not finished, as far as this version knows"));
    };
  }

  private static Verdict unfinished(String word, String what) {
    return new Verdict("○ " + word, Style.BUSY_STRONG, List.of("not finished: " + what));
  }
}
