package io.cloudcruise.cli;

import io.cloudcruise.sandbox.Sandbox;
import java.io.UncheckedIOException;
import java.util.concurrent.CountDownLatch;

/** A sandbox in the foreground. */
record SandboxSession(CliContext context) {
  /** Runs it until this thread is interrupted, or the process ended. */
  int run(int port) {
    try (Sandbox sandbox = start(port)) {
      Page page = new Page(context.colour());
      new SandboxView(page).show(sandbox.baseUrl(), Sandbox.scenarios());
      context.print(page.text());
      new CountDownLatch(1).await();
      return ExitCode.RETRIEVED;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
  }

  private Sandbox start(int port) {
    try {
      return Sandbox.builder().port(port).clock(context.clock()).start();
    } catch (UncheckedIOException taken) {
      throw new CannotListenException(port, taken);
    }
  }
}
