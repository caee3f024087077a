package io.cloudcruise.core.wait;

import io.cloudcruise.core.model.WorkflowId;
import io.cloudcruise.core.schedule.DurationSketch;
import io.cloudcruise.core.schedule.LookSchedule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/**
 * What is known of how long the runs of each workflow take, and when to look at a run for it. It
 * keeps the 500 workflows that were last waited for. Thread-safe; waiters may share one, and what
 * it knows can be kept elsewhere and given back.
 */
public final class Habits {
  private static final int WORKFLOWS = 500;
  private static final float LOAD = 0.75f;

  private final Duration delayPerLook;
  private final Known nothing;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<WorkflowId, Known> known =
      new LinkedHashMap<>(16, LOAD, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<WorkflowId, Known> eldest) {
          return size() > WORKFLOWS;
        }
      };

  /** Knows nothing yet, and takes a look to be worth a second of delay. */
  public Habits() {
    this(Duration.ofSeconds(1));
  }

  /**
   * Knows nothing yet.
   *
   * @param delayPerLook how much delay, between the end of a run and the look that sees it, a
   *     request less is worth
   * @throws IllegalArgumentException if it is not positive
   */
  public Habits(Duration delayPerLook) {
    this.delayPerLook = Objects.requireNonNull(delayPerLook, "delayPerLook");
    this.nothing =
        new Known(
            DurationSketch.none(), LookSchedule.of(DurationSketch.none(), delayPerLook), 0, 0);
  }

  /** A sketch, and the schedule made from it or from one that is hardly older. */
  private record Known(DurationSketch sketch, LookSchedule schedule, int runs, int runsInSchedule) {
    /** To make a schedule costs a millisecond: not for each of a thousand runs that end at once. */
    boolean isOutdated() {
      return runs - runsInSchedule > runsInSchedule / 10;
    }
  }

  /**
   * Tells what is known of a workflow's runs.
   *
   * @param workflow the workflow
   * @return the sketch; empty if no run of it was waited for to its end
   */
  public Optional<DurationSketch> sketch(WorkflowId workflow) {
    lock.lock();
    try {
      return Optional.ofNullable(known.get(workflow)).map(Known::sketch);
    } finally {
      lock.unlock();
    }
  }

  /**
   * Adds what somebody else knows of a workflow's runs.
   *
   * @param workflow the workflow
   * @param sketch what is known of it
   */
  public void merge(WorkflowId workflow, DurationSketch sketch) {
    put(workflow, sketch::mergedWith);
  }

  void learn(WorkflowId workflow, Duration atLeast, Duration atMost) {
    put(workflow, sketch -> sketch.with(atLeast, atMost));
  }

  private void put(WorkflowId workflow, UnaryOperator<DurationSketch> change) {
    lock.lock();
    try {
      Known before = known.getOrDefault(workflow, nothing);
      Known now =
          new Known(
              change.apply(before.sketch()),
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
        outdated.sketch(),
        LookSchedule.of(outdated.sketch(), delayPerLook),
        outdated.runs(),
        outdated.runs());
  }

  Duration pause(Optional<WorkflowId> workflow, Duration elapsed, RandomGenerator random) {
    return workflow.map(this::schedule).orElse(nothing.schedule()).pauseAfter(elapsed, random);
  }

  private LookSchedule schedule(WorkflowId workflow) {
    lock.lock();
    try {
      return known.getOrDefault(workflow, nothing).schedule();
    } finally {
      lock.unlock();
    }
  }
}
