package io.cloudcruise.core.wait;

import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.time.Timer;
import java.util.random.RandomGenerator;

/** What all waits of one waiter share. */
record WaitContext(
    RunResultsPort port,
    Timer timer,
    RandomGenerator random,
    RateLimiter limiter,
    Dispatcher dispatcher,
    WaitListener listener,
    DurationStatistics statistics) {}
