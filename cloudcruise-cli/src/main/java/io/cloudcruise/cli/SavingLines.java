package io.cloudcruise.cli;

import io.cloudcruise.archive.SavedArtifact;

/** A line for each artifact that is there, where nothing can be written over. */
final class SavingLines implements SavingProgress {
  private final Surroundings surroundings;

  SavingLines(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  /** What is missing is told in the end. */
  @Override
  public synchronized void end(SavedArtifact artifact) {
    artifact
        .file()
        .map(file -> "saved %s, %s".formatted(file.path(), Bytes.words(file.size())))
        .map(SafeText::line)
        .ifPresent(surroundings::complain);
  }

  @Override
  public void close() {}
}
