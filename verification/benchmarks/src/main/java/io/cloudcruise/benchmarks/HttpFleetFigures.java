package io.cloudcruise.benchmarks;

/**
 * What it took to wait for a fleet of runs over HTTP, in real time.
 *
 * @param waits how many waits there were
 * @param polls how often the platform was asked
 * @param refused how many polls it refused
 * @param finished how many waits ended with the results of a run that has ended
 * @param afterTheEnd how many polls saw an end that their wait had seen before
 * @param seconds until the last wait was over
 * @param waiterThreads the most threads of waiter and timer, of those seen each second
 * @param httpThreads the most threads of the adapter's transport, likewise
 * @param heap in bytes, the most above idle, likewise
 */
record HttpFleetFigures(
    int waits,
    long polls,
    long refused,
    long finished,
    long afterTheEnd,
    double seconds,
    long waiterThreads,
    long httpThreads,
    long heap) {}
