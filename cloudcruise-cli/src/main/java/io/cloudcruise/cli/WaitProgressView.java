package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.time.Timer;
import io.cloudcruise.core.wait.WaitListener;
import io.cloudcruise.core.wait.WaitProgress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells on standard error how waits go on: on a terminal in one line that is written over, else in
 * a line for each change of status. Thread-safe.
 */
final class WaitProgressView implements WaitListener {
  private static final String ERASE_LINE = "\r\u001B[K";

  private final CliContext context;
  private final List<SessionId> runs;
  private final Timer timer;
  private final long start;
  private final Map<SessionId, Seen> seen = new ConcurrentHashMap<>();
  private volatile boolean drawn;

  /** The newest progress, and when it was heard. */
  private record Seen(WaitProgress progress, long at) {}

  WaitProgressView(CliContext context, List<SessionId> runs) {
    this.context = context;
    this.runs = runs;
    this.timer = context.timer();
    this.start = timer.nanos();
  }

  @Override
  public void onPoll(WaitProgress progress) {
    seen.put(progress.sessionId(), new Seen(progress, timer.nanos()));
    if (!context.live() && progress.changed()) {
      context.complain(SafeText.line(line(progress)));
    }
  }

  private static String line(WaitProgress progress) {
    return "run %s: %s after %s%s"
        .formatted(
            progress.sessionId(),
            status(progress),
            TimeWords.rough(progress.waited()),
            progress.nextPoll().map(next -> ", next poll in " + TimeWords.rough(next)).orElse(""));
  }

  private static String status(WaitProgress progress) {
    return progress.status().map(RunStatus::rawValue).orElse("not found yet");
  }

  /** Draws the line anew; nothing on what is no terminal. */
  void draw() {
    if (context.live()) {
      drawn = true;
      context.say(ERASE_LINE + Width.shorten(SafeText.line(liveLine()), Page.WIDTH - 1));
    }
  }

  /** Takes the line away, so that something else can be written. */
  void erase() {
    if (drawn) {
      drawn = false;
      context.say(ERASE_LINE);
    }
  }

  private String liveLine() {
    Duration waited = Duration.ofNanos(timer.nanos() - start);
    return (runs.size() == 1 ? one() : many()) + " · " + TimeWords.rough(waited);
  }

  private String one() {
    Seen newest = seen.get(runs.get(0));
    if (newest == null) {
      return "asking";
    }
    Duration since = Duration.ofNanos(timer.nanos() - newest.at());
    return status(newest.progress())
        + newest
            .progress()
            .nextPoll()
            .map(next -> next.minus(since))
            .filter(next -> !next.isNegative())
            .map(next -> " · next poll in " + TimeWords.rough(next))
            .orElse(" · asking");
  }

  private String many() {
    long over = seen.values().stream().filter(each -> each.progress().nextPoll().isEmpty()).count();
    return over + " of " + runs.size() + " are over";
  }

  /** Says of every run what is known, because the program is being ended. */
  void tellWhatIsKnown() {
    erase();
    for (SessionId run : runs) {
      Seen newest = seen.get(run);
      context.complain(
          SafeText.line(
              newest == null
                  ? "run " + run + ": not asked yet"
                  : "run %s: %s when last seen".formatted(run, status(newest.progress()))));
    }
  }
}
