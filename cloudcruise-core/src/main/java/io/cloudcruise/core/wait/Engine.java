package io.cloudcruise.core.wait;

import io.cloudcruise.core.port.RateBudget;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.time.Timer;
import java.util.random.RandomGenerator;

/** What all waits of one waiter share. */
record Engine(
    RunResultsPort port,
    Timer timer,
    RandomGenerator random,
    RateBudget budget,
    Dispatcher dispatcher,
    WaitListener listener,
    Habits habits) {}
