package io.cloudcruise.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Downloads a large artifact in several ways, and writes what it took: {@code DownloadReport
 * REPORT}.
 */
public final class DownloadReport {
  private static final long SIZE = 1L << 30;
  private static final int ROUNDS = 9;
  private static final double LEAST_RATIO = 0.9;
  private static final double MOST_MEBIBYTES = 16;

  private DownloadReport() {}

  /** A way to download. */
  private enum Way {
    LIBRARY("this library: `RunArtifacts` over `HttpArtifactAdapter`"),
    STREAM("bare JDK client, `ofInputStream`, 64 KiB at a time"),
    SUBSCRIBER("bare JDK client, all in its own thread"),
    CURL("`curl`, `tee` and `sha256sum`, a process each");

    private final String label;

    Way(String label) {
      this.label = label;
    }

    String sha256(Downloads downloads) throws IOException, InterruptedException {
      return switch (this) {
        case LIBRARY -> downloads.library();
        case STREAM -> downloads.stream();
        case SUBSCRIBER -> downloads.subscriber();
        case CURL -> downloads.curl();
      };
    }
  }

  /** One download. */
  private record Timed(Way way, double seconds, String sha256) {
    static Timed of(Way way, Downloads downloads) throws IOException, InterruptedException {
      long start = System.nanoTime();
      String sha256 = way.sha256(downloads);
      return new Timed(way, (System.nanoTime() - start) / 1e9, sha256);
    }
  }

  /** Measures, and writes the report to the file named first. */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]).normalize();
    Path download = Files.createTempFile("artifact", ".bin");
    try (FloodServer server = FloodServer.of(SIZE);
        Downloads downloads = new Downloads(server.url(), download)) {
      List<Timed> all = all(downloads);
      Document.write(file, markdown(all, DownloadHeap.measure(server.url(), download)));
      System.out.println("Written: " + file);
    } finally {
      Files.delete(download);
    }
  }

  /** All ways take turns, each round begins with another; the first round is for warming up. */
  private static List<Timed> all(Downloads downloads) throws Exception {
    List<Timed> all = new ArrayList<>();
    List<Way> ways = new ArrayList<>(List.of(Way.values()));
    for (int round = 0; round <= ROUNDS; round++) {
      for (Way way : ways) {
        all.add(Timed.of(way, downloads));
      }
      Collections.rotate(ways, 1);
    }
    if (all.stream().map(Timed::sha256).distinct().count() != 1) {
      throw new IllegalStateException("they did not download the same");
    }
    return all.subList(ways.size(), all.size());
  }

  private static String markdown(List<Timed> all, DownloadHeapFigures heap) {
    double baseline = Math.min(median(all, Way.STREAM), median(all, Way.SUBSCRIBER));
    String rows =
        Stream.of(Way.values()).map(way -> row(all, way, baseline)).collect(Collectors.joining());
    return introduction() + rows + targets(baseline / median(all, Way.LIBRARY), heap);
  }

  private static String introduction() {
    return format(
        """
        Measured on %d cores of %s with JDK %s, by

            ./mvnw -Pdownloads verify -pl verification/benchmarks -am -DskipTests

        %,d bytes over loopback, plain HTTP, from memory, into a file in the directory for
        temporary files, with SHA-256 on the way. All take turns, %d rounds after one to warm up.
        Ratios are of the medians, to the faster one of the two bare clients.

        | | median (s) | fastest to slowest | MB/s | throughput to the bare client |
        |---|--:|--:|--:|--:|
        """,
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.arch"),
        System.getProperty("java.version"),
        SIZE,
        ROUNDS);
  }

  private static String row(List<Timed> all, Way way, double baseline) {
    List<Double> sorted = sorted(all, way);
    double median = median(all, way);
    return format(
        "| %s | %.2f | %.2f to %.2f | %,.0f | %.2f |\n",
        way.label,
        median,
        sorted.get(0),
        sorted.get(sorted.size() - 1),
        SIZE / median / 1e6,
        baseline / median);
  }

  private static String targets(double ratio, DownloadHeapFigures heap) {
    return format(
        """

        ## Targets

        The heap is that of a process of its own, which downloads the same twice: when it is idle in
        between, %.1f MiB are in use, and it has %.1f MiB at most, garbage included.

        | | target | measured | |
        |---|--:|--:|---|
        | throughput, to the bare client | at least %.2f | %.2f | %s |
        | heap above idle | at most %.0f MiB | less than %.1f MiB | %s |
        """,
        heap.idle() / (double) (1 << 20),
        heap.most() / (double) (1 << 20),
        LEAST_RATIO,
        ratio,
        met(ratio >= LEAST_RATIO),
        MOST_MEBIBYTES,
        heap.mebibytesAboveIdle(),
        met(heap.mebibytesAboveIdle() <= MOST_MEBIBYTES));
  }

  private static String met(boolean met) {
    return met ? "met" : "**missed**";
  }

  private static double median(List<Timed> all, Way way) {
    List<Double> sorted = sorted(all, way);
    return sorted.get(sorted.size() / 2);
  }

  private static List<Double> sorted(List<Timed> all, Way way) {
    return all.stream().filter(one -> one.way == way).map(Timed::seconds).sorted().toList();
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format, arguments);
  }
}
