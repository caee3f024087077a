package io.cloudcruise.cli;

import io.cloudcruise.archive.SavedArtifact;

/** A line for each artifact that is there, where nothing can be written over. */
final class SavingLines implements SavingProgress {
  private final CliContext context;

  SavingLines(CliContext context) {
    this.context = context;
  }

  /** What is missing is told in the end. */
  @Override
  public synchronized void end(SavedArtifact artifact) {
    artifact
        .file()
        .map(file -> "saved %s, %s".formatted(file.path(), Bytes.words(file.size())))
        .map(SafeText::line)
        .ifPresent(context::complain);
  }

  @Override
  public void close() {}
}
