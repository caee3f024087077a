package io.cloudcruise.cli;

import io.cloudcruise.core.model.Artifact;
import io.cloudcruise.core.model.Recording;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.Screenshot;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;

/** Lists what the run left behind, one a line; what in a URL authorises is not shown. */
final class ArtifactsView {
  private static final int MOST = 8;
  private static final int INDENT = 2;
  private static final int WIDEST_NAME = 32;
  private static final int WIDEST_LEFT = 16;

  private final Page page;
  private final Clock clock;

  ArtifactsView(Page page, Clock clock) {
    this.page = page;
    this.clock = clock;
  }

  void show(RunResults results) {
    part("FILES", results.files(), ArtifactsView::name);
    part("RECORDINGS", results.recordings(), ArtifactsView::name);
    part("SCREENSHOTS", results.screenshots(), ArtifactsView::name);
  }

  private static String name(RunFile file) {
    return file.name().orElse("a file without a name");
  }

  private static String name(Recording recording) {
    return recording.timestamp().map(TimeWords::moment).orElse("at no stated time");
  }

  private static String name(Screenshot screenshot) {
    String node = screenshot.nodeName().orElse("at no stated step");
    return screenshot.showsError() ? "✗ " + node : node;
  }

  private <A extends Artifact> void part(
      String heading, List<A> artifacts, Function<A, String> name) {
    if (artifacts.isEmpty()) {
      return;
    }
    page.heading(heading, Counted.number(artifacts.size()));
    List<A> shown = artifacts.subList(0, Math.min(MOST, artifacts.size()));
    List<String> names = shown.stream().map(name).map(this::shownName).toList();
    List<String> left = shown.stream().map(this::left).toList();
    for (int i = 0; i < shown.size(); i++) {
      line(pad(names, i), pad(left, i), place(shown.get(i)));
    }
    if (artifacts.size() > MOST) {
      page.line(INDENT, Span.faint("… " + Counted.number(artifacts.size() - MOST) + " more"));
    }
  }

  private String shownName(String name) {
    return Width.shorten(SafeText.line(name).strip(), WIDEST_NAME);
  }

  private String left(Artifact artifact) {
    String words = artifact.url().map(url -> TimeWords.left(url, clock)).orElse("no URL");
    return Width.shorten(SafeText.line(words).strip(), WIDEST_LEFT);
  }

  private static String pad(List<String> column, int row) {
    int width = column.stream().mapToInt(Width::of).max().orElse(0);
    return Width.padEnd(column.get(row), width);
  }

  private static String place(Artifact artifact) {
    return artifact.url().map(UrlPlace::of).orElse("");
  }

  private void line(String name, String left, String place) {
    int room = Page.WIDTH - INDENT - Width.of(name) - Width.of(left) - 4;
    page.line(
        INDENT,
        Span.plain(name + "  "),
        Span.plain(left + "  "),
        Span.faint(UrlPlace.fit(SafeText.line(place), room)));
  }
}
