package io.cloudcruise.benchmarks;

import java.lang.management.ManagementFactory;

/** How much of the heap is taken by what is still in use. */
final class Heap {
  private Heap() {}

  /** {@return bytes, after what nobody needs has been thrown away} */
  static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
