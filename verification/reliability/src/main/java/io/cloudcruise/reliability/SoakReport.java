package io.cloudcruise.reliability;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Soaks this library, and writes what came of it: {@code SoakReport REPORT RETRIEVALS}. */
public final class SoakReport {
  /** So many times what the documentation allows, or a million would take eight hours. */
  private static final int FACTOR = 100;

  private static final int WARM_UP = 5_000;
  private static final int ADAPTERS = 1_000;

  private SoakReport() {}

  /** Runs, and writes to the document named first. Fails if anything is wrong. */
  public static void main(String[] args) throws Exception {
    SoakSettings settings = SoakSettings.ofDocumentedLimitsTimes(FACTOR, Long.parseLong(args[1]));
    SoakRuns runs = new SoakRuns(settings.runs(), SoakSettings.SEED);
    warmUp(settings, runs);
    SoakFigures figures = new Soak(settings, runs).run(runs::response);
    SoakAdapters.Figures adapters = SoakAdapters.use(ADAPTERS, runs, settings);
    String markdown = SoakMarkdown.of(figures, adapters);
    System.out.println(markdown);
    requireNone(figures.problems(), adapters.problems());
    new Section("soak").write(Path.of(args[0]).normalize(), markdown);
  }

  /** What is loaded once for all is no leak. */
  private static void warmUp(SoakSettings settings, SoakRuns runs) throws InterruptedException {
    new Soak(settings.withRetrievals(WARM_UP), runs).open(runs::response);
    SoakAdapters.used(1, runs, settings);
  }

  private static void requireNone(List<String> problems, List<String> more) {
    List<String> all = new ArrayList<>(problems);
    all.addAll(more);
    if (!all.isEmpty()) {
      throw new IllegalStateException("not all was well:\n" + String.join("\n", all));
    }
  }
}
