package io.cloudcruise.cli;

import io.cloudcruise.archive.SavedArtifact;
import io.cloudcruise.core.artifact.ArtifactIdentity;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar for each artifact that takes its time, and one for all of them, on a terminal. */
final class SavingBars implements SavingProgress {
  private static final int NAME_WIDTH = 28;
  private static final int UPDATES_MILLIS = 200;
  private static final int UNIT = 1_000;
  private static final long NOT_KNOWN = -1;

  /** In bytes: what is smaller is there before its bar could be seen, and is held up by it. */
  private static final long WORTH_A_BAR = 1_000_000;

  private final Map<ArtifactIdentity, ProgressBar> underWay = new HashMap<>();
  private @Nullable ProgressBar all;

  @Override
  public synchronized void begin(int artifacts) {
    all = builder("all artifacts").setInitialMax(artifacts).build();
  }

  @Override
  public synchronized void progress(ArtifactIdentity artifact, long received, OptionalLong size) {
    if (size.orElse(WORTH_A_BAR) < WORTH_A_BAR) {
      return;
    }
    ProgressBar bar = underWay.computeIfAbsent(artifact, SavingBars::bar);
    bar.maxHint(size.orElse(NOT_KNOWN));
    bar.stepTo(received);
  }

  private static ProgressBar bar(ArtifactIdentity artifact) {
    String kind = artifact.kind().name().toLowerCase(Locale.ROOT);
    String name = artifact.name().map(SafeText::line).orElse(kind);
    return builder(Width.shorten(name, NAME_WIDTH)).setUnit(" kB", UNIT).build();
  }

  private static ProgressBarBuilder builder(String name) {
    return new ProgressBarBuilder()
        .setTaskName(Width.padEnd(name, NAME_WIDTH))
        .setStyle(ProgressBarStyle.ASCII)
        .setUpdateIntervalMillis(UPDATES_MILLIS)
        .clearDisplayOnFinish();
  }

  @Override
  public synchronized void end(SavedArtifact artifact) {
    ProgressBar bar = underWay.remove(artifact.identity());
    if (bar != null) {
      bar.close();
    }
    if (all != null) {
      all.step();
    }
  }

  @Override
  public synchronized void close() {
    underWay.values().forEach(ProgressBar::close);
    underWay.clear();
    if (all != null) {
      all.close();
    }
  }
}
