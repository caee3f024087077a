package io.cloudcruise.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Downloads in a process whose heap is small: {@code DownloadHeap URL FILE}. It prints how many
 * bytes are in use when it is idle, after one download, and how large the heap may be. Garbage
 * counts as well, so that the difference is all that another download can have taken.
 */
public final class DownloadHeap {
  private static final String HEAP = "-Xmx18m";

  private DownloadHeap() {}

  /** Downloads twice; what is thrown says that the heap is too small. */
  public static void main(String[] args) throws IOException {
    try (Downloads downloads = new Downloads(args[0], Path.of(args[1]))) {
      downloads.library();
      long idle = Heap.used();
      downloads.library();
      long most = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getMax();
      System.out.println(idle + " " + most);
    }
  }

  /** {@return what a process of its own prints} */
  static DownloadHeapFigures measure(String url, Path file)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    HEAP,
                    "-XX:+UseSerialGC",
                    "-classpath",
                    System.getProperty("java.class.path"),
                    DownloadHeap.class.getName(),
                    url,
                    file.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (process.waitFor() != 0) {
      throw new IOException("no download within " + HEAP);
    }
    String[] bytes = printed.strip().split(" ", 2);
    return new DownloadHeapFigures(Long.parseLong(bytes[0]), Long.parseLong(bytes[1]));
  }
}
