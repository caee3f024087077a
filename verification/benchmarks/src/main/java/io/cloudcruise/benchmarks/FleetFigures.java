package io.cloudcruise.benchmarks;

/**
 * What it took to wait for a fleet of runs in virtual time.
 *
 * @param runs how many runs were waited for
 * @param polls how often the platform was asked, whatever it answered
 * @param refused how many polls its windows did not allow
 * @param finished how many waits ended with the results of a run that has ended
 * @param afterTheEnd how many polls were made at runs already seen to have ended
 * @param meanDelay in seconds, between an end and the look that saw it
 * @param longestDelay in seconds, the longest of them
 * @param hours of virtual time until the last wait was over
 * @param cpuPerPoll in microseconds
 * @param heap in bytes, the most above idle
 */
record FleetFigures(
    int runs,
    long polls,
    long refused,
    long finished,
    long afterTheEnd,
    double meanDelay,
    double longestDelay,
    double hours,
    double cpuPerPoll,
    long heap) {}
