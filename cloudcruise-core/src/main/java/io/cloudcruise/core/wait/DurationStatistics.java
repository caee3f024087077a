package io.cloudcruise.core.wait;

import io.cloudcruise.core.model.WorkflowId;
import io.cloudcruise.core.schedule.DurationHistogram;
import io.cloudcruise.core.schedule.PollSchedule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * What is known of how long the runs of each workflow take. It keeps the 500 workflows that were
 * last waited for. Thread-safe; waiters may share one.
 */
public final class DurationStatistics {
  private static final int WORKFLOWS = 500;
  private static final float LOAD = 0.75f;

  private final Duration delayPerPoll;
  private final Known nothing;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<WorkflowId, Known> known =
      new LinkedHashMap<>(16, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<WorkflowId, Known> eldest) {
          return size() > WORKFLOWS;
        }
      };

  /** Knows nothing yet, and takes a poll to be worth a second of delay. */
  public DurationStatistics() {
    this(Duration.ofSeconds(1));
  }

  /**
   * Knows nothing yet.
   *
   * @param delayPerPoll how much delay, between the end of a run and the poll that sees it, a
   *     request less is worth
   * @throws IllegalArgumentException if it is not positive
   */
  public DurationStatistics(Duration delayPerPoll) {
    this.delayPerPoll = Objects.requireNonNull(delayPerPoll, "delayPerPoll");
    this.nothing =
        new Known(
            DurationHistogram.none(),
            PollSchedule.of(DurationHistogram.none(), delayPerPoll),
            0,
            0);
  }

  /** A histogram, and the schedule made from it or from one that is hardly older. */
  private record Known(
      DurationHistogram histogram, PollSchedule schedule, int runs, int runsInSchedule) {
    /** To make a schedule costs a millisecond: not for each of a thousand runs that end at once. */
    boolean isOutdated() {
      return runs - runsInSchedule > runsInSchedule / 10;
    }
  }

  /** {@return what is known of a workflow's runs; empty if none was waited for to its end} */
  Optional<DurationHistogram> histogram(WorkflowId workflow) {
    lock.lock();
    try {
      return Optional.ofNullable(known.get(workflow)).map(Known::histogram);
    } finally {
      lock.unlock();
    }
  }

  void learn(WorkflowId workflow, Duration atLeast, Duration atMost) {
    put(workflow, histogram -> histogram.with(atLeast, atMost));
  }

  private void put(WorkflowId workflow, UnaryOperator<DurationHistogram> change) {
    lock.lock();
    try {
      Known before = known.getOrDefault(workflow, nothing);
      Known now =
          new Known(
              change.apply(before.histogram()),
              before.schedule(),
              before.runs() + 1,
              before.runsInSchedule());
      known.put(workflow, now.isOutdated() ? scheduled(now) : now);
    } finally {
      lock.unlock();
    }
  }

  private Known scheduled(Known outdated) {
    return new Known(
        outdated.histogram(),
        PollSchedule.of(outdated.histogram(), delayPerPoll),
        outdated.runs(),
        outdated.runs());
  }

  Duration pause(Optional<WorkflowId> workflow, Duration elapsed, RandomGenerator random) {
    return workflow.map(this::schedule).orElse(nothing.schedule()).pauseAfter(elapsed, random);
  }

  private PollSchedule schedule(WorkflowId workflow) {
    lock.lock();
    try {
      return known.getOrDefault(workflow, nothing).schedule();
    } finally {
      lock.unlock();
    }
  }
}
