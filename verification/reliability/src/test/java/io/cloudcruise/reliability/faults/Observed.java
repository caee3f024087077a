package io.cloudcruise.reliability.faults;

import java.time.Duration;

/**
 * What came of a fault.
 *
 * @param ending as {@link Ending} words it
 * @param took how long the call took
 * @param requests how many requests one attempt cost
 * @param again whether those who retry made another attempt
 */
record Observed(String ending, Duration took, int requests, Again again) {}
