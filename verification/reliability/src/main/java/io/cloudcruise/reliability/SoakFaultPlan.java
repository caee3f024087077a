package io.cloudcruise.reliability;

import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Decides by a request's number what it meets, so that each soak meets the same.
 *
 * @param share how many of all requests meet a fault
 */
record SoakFaultPlan(long seed, double share) {
  Optional<SoakFault> at(long request) {
    SplittableRandom random = new SplittableRandom((seed << Integer.SIZE) + request);
    if (random.nextDouble() >= share) {
      return Optional.empty();
    }
    SoakFault[] all = SoakFault.values();
    return Optional.of(all[random.nextInt(all.length)]);
  }
}
