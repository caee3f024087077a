/**
 * When to poll a run next, learned from how long runs of its workflow took.
 *
 * <p>Pure mathematics: nothing here reads a clock, waits, or draws a number that it is not given.
 * {@link io.cloudcruise.core.schedule.DurationHistogram} remembers durations, {@link
 * io.cloudcruise.core.schedule.PollSchedule} says when to poll.
 */
@NullMarked
package io.cloudcruise.core.schedule;

import org.jspecify.annotations.NullMarked;
