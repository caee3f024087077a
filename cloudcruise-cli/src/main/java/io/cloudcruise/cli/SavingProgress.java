package io.cloudcruise.cli;

import io.cloudcruise.archive.ArchiveListener;

/** Tells a person on standard error how saving goes. */
interface SavingProgress extends ArchiveListener, AutoCloseable {
  static SavingProgress on(Surroundings surroundings) {
    return surroundings.live() ? new SavingBars() : new SavingLines(surroundings);
  }

  @Override
  void close();
}
