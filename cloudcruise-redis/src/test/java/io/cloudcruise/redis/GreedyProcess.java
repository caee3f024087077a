package io.cloudcruise.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A JVM of its own that runs {@link GreedyMain}, and what it has said so far. */
final class GreedyProcess implements AutoCloseable {
  private static final Duration MAX_WAIT = Duration.ofSeconds(30);
  private static final Pattern GRANT = Pattern.compile("\\d+");

  private final Process process;
  private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
  private final List<String> read = new ArrayList<>();

  GreedyProcess(URI redis) throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                GreedyMain.class.getName(),
                redis.toString())
            .redirectErrorStream(true)
            .start();
    Thread reader = new Thread(this::readAll, "greedy-output");
    reader.setDaemon(true);
    reader.start();
  }

  private void readAll() {
    BufferedReader lines = process.inputReader();
    lines.lines().forEach(unread::add);
  }

  void awaitGrants(int more) throws InterruptedException {
    for (int i = 0; i < more; i++) {
      awaitLine("a grant", GreedyProcess::isGrant);
    }
  }

  void awaitLog(String text) throws InterruptedException {
    awaitLine(text, line -> line.contains(text));
  }

  private void awaitLine(String what, Predicate<String> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + MAX_WAIT.toNanos();
    String line = "";
    while (!wanted.test(line)) {
      line = unread.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      assertThat(line).as("%s within %s; said so far: %s", what, MAX_WAIT, read).isNotNull();
      read.add(line);
    }
  }

  /** {@return when grants were made, in nanoseconds, as far as this was waited for} */
  List<Long> grants() {
    return read.stream()
        .filter(GreedyProcess::isGrant)
        .map(line -> TimeUnit.MILLISECONDS.toNanos(Long.parseLong(line)))
        .toList();
  }

  /** {@return what was logged, as far as this was waited for} */
  List<String> logged() {
    return read.stream().filter(line -> line.contains("rate limiter")).toList();
  }

  private static boolean isGrant(String line) {
    return GRANT.matcher(line).matches();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
