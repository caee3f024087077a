package io.cloudcruise.benchmarks;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.WorkflowId;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.ratelimit.RateWindow;
import io.cloudcruise.core.time.VirtualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Runs that all begin with virtual time, of a workflow for each family in turn. It refuses what the
 * documented windows do not allow, and takes note of every look. For one thread.
 */
final class FleetPlatform implements RunResultsPort {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final double NANOS = 1e9;

  private final VirtualTimer timer;
  private final SlidingWindows limits = new SlidingWindows(RateWindow.DOCUMENTED);
  private final Map<SessionId, Run> runs = new LinkedHashMap<>();

  private long polls;
  private long refused;
  private long afterTheEnd;
  private final List<Double> delays = new ArrayList<>();

  private static final class Run {
    private final WorkflowId workflow;
    private final double end;
    private boolean seenEnded;

    Run(WorkflowId workflow, double end) {
      this.workflow = workflow;
      this.end = end;
    }
  }

  /** Makes up so many runs; the same seed makes up the same. */
  FleetPlatform(VirtualTimer timer, int size, long seed) {
    this.timer = timer;
    Random random = new Random(seed);
    List<DurationFamily> families = DurationFamily.all();
    for (int i = 0; i < size; i++) {
      int family = i % families.size();
      double end = families.get(family).draw(random);
      runs.put(new SessionId("run-" + i), new Run(new WorkflowId("workflow-" + family), end));
    }
  }

  Collection<SessionId> sessionIds() {
    return runs.keySet();
  }

  @Override
  public Optional<RunResults> find(SessionId sessionId) {
    polls++;
    Duration now = timer.passed();
    if (!limits.admit(now)) {
      refused++;
      throw new RateLimitedException(Optional.of(sessionId), TOO_MANY_REQUESTS, Optional.empty());
    }
    return Optional.ofNullable(runs.get(sessionId)).map(run -> response(sessionId, run, now));
  }

  private RunResults response(SessionId sessionId, Run run, Duration now) {
    double late = now.toNanos() / NANOS - run.end;
    if (late >= 0) {
      sawEnded(run, late);
    }
    RunStatus status = RunStatus.of(late < 0 ? Kind.RUNNING : Kind.SUCCEEDED);
    return RunResults.builder(sessionId, status).workflowId(run.workflow).build();
  }

  private void sawEnded(Run run, double late) {
    if (run.seenEnded) {
      afterTheEnd++;
      return;
    }
    run.seenEnded = true;
    delays.add(late);
  }

  long polls() {
    return polls;
  }

  /** {@return how many polls the windows did not allow} */
  long refused() {
    return refused;
  }

  /** {@return how many polls were made at runs that had been seen to have ended} */
  long afterTheEnd() {
    return afterTheEnd;
  }

  /** {@return the mean time in seconds between an end and the look that saw it} */
  double meanDelay() {
    return delays.stream().mapToDouble(Double::doubleValue).average().orElse(0);
  }

  /** {@return the longest time in seconds between an end and the look that saw it} */
  double longestDelay() {
    return delays.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
