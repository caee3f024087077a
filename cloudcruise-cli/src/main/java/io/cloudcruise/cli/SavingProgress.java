package io.cloudcruise.cli;

import io.cloudcruise.archive.ArchiveListener;

/** Tells a person on standard error how saving goes. */
interface SavingProgress extends ArchiveListener, AutoCloseable {
  static SavingProgress on(CliContext context) {
    return context.live() ? new SavingBars() : new SavingLines(context);
  }

  @Override
  void close();
}
