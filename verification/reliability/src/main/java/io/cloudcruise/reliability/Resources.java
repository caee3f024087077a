package io.cloudcruise.reliability;

import io.cloudcruise.rigs.Threads;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What this process holds at one moment.
 *
 * @param threads how many there are of each name, without numbers
 * @param sockets how many are open; empty where the system does not say
 * @param heap bytes in use, once garbage is collected
 */
record Resources(SortedMap<String, Long> threads, OptionalLong sockets, long heap) {
  /** How much more heap may be in use: what the JVM itself keeps varies by about as much. */
  static final long HEAP_TOLERANCE = 5L << 20;

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  /** Shared by all of the process, or of a pool that JUnit runs tests on: others end them. */
  private static final List<String> OF_OTHERS =
      List.of("ForkJoinPool", "CompletableFutureDelayScheduler");

  private static final String SELECTOR = "HttpClient-#-SelectorManager";

  static Resources now() {
    System.gc();
    return new Resources(
        countThreads(),
        countSockets(),
        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
  }

  /** {@return what is held once clients that nobody needs any longer have been collected} */
  static Resources idle() {
    boolean unused =
        Threads.soon(() -> now().threads.keySet().stream().noneMatch(SELECTOR::equals));
    return now();
  }

  /**
   * {@return what is held once no more is held than before, or after a time that is long for a
   * machine} Java 17 ends threads and sockets of a client only once it has been collected.
   */
  static Resources settled(Resources before) {
    boolean unused = Threads.soon(() -> now().exceeding(before).isEmpty());
    return now();
  }

  /** {@return what there is more of than before, in words; nothing if all is well} */
  List<String> exceeding(Resources before) {
    List<String> more = new ArrayList<>();
    threads.forEach(
        (name, count) -> {
          if (count > before.threads.getOrDefault(name, 0L)) {
            more.add(count + " threads " + name);
          }
        });
    if (sockets.orElse(0) > before.sockets.orElse(0)) {
      more.add(sockets.getAsLong() + " sockets instead of " + before.sockets.getAsLong());
    }
    if (heap > before.heap + HEAP_TOLERANCE) {
      more.add("heap of " + heap + " bytes instead of " + before.heap);
    }
    return more;
  }

  long threadCount() {
    return threads.values().stream().mapToLong(Long::longValue).sum();
  }

  private static SortedMap<String, Long> countThreads() {
    SortedMap<String, Long> counts = new TreeMap<>();
    Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> OF_OTHERS.stream().noneMatch(name::startsWith))
        .forEach(name -> counts.merge(name.replaceAll("\\d+", "#"), 1L, Long::sum));
    return counts;
  }

  private static OptionalLong countSockets() {
    try (Stream<Path> descriptors = Files.list(DESCRIPTORS)) {
      return OptionalLong.of(descriptors.filter(Resources::isSocket).count());
    } catch (IOException notLinux) {
      return OptionalLong.empty();
    }
  }

  private static boolean isSocket(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
    } catch (IOException closedMeanwhile) {
      return false;
    }
  }
}
