package io.cloudcruise.cli;

import io.cloudcruise.archive.SavedArtifact;
import io.cloudcruise.cli.ReportPage.Event;
import io.cloudcruise.cli.ReportPage.Failure;
import io.cloudcruise.cli.ReportPage.Line;
import io.cloudcruise.cli.ReportPage.Picture;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.Screenshot;
import io.cloudcruise.core.model.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts steps, errors and files in the order in which they happened. */
final class ReportTimeline {
  /** More would make nobody wiser, and each shows a picture a second time. */
  private static final int MOST_PICTURES_AGAIN = 20;

  private static final int MOST_STEPS = 200;

  private final List<Entry> entries = new ArrayList<>();
  private final List<Shot> shots;
  private final ReportMedia media;
  private int picturesAgain;

  /** A screenshot, and how the page shows it. */
  record Shot(Screenshot screenshot, SavedArtifact saved, Picture picture) {
    Optional<Instant> moment() {
      return screenshot.timestamp().flatMap(Timestamp::instant);
    }

    String step() {
      return picture.name();
    }
  }

  /** An event with its moment; the last of all if that is not known. */
  private record Entry(Instant moment, Event event) {}

  ReportTimeline(List<Shot> shots, ReportMedia media) {
    this.shots = shots;
    this.media = media;
  }

  List<Event> of(List<RunError> errors, List<RunFile> files) {
    steps();
    errors.forEach(this::add);
    files.forEach(this::add);
    return entries.stream()
        .sorted(Comparator.comparing(Entry::moment)) // stable: what is equal stays in order
        .map(Entry::event)
        .toList();
  }

  /** Pictures of one step in a row are one event; where there are too many steps, the rest is. */
  private void steps() {
    int from = 0;
    while (from < shots.size()) {
      int to = from + 1;
      boolean last = entries.size() == MOST_STEPS - 1;
      while (to < shots.size() && (last || shots.get(to).step().equals(shots.get(from).step()))) {
        to++;
      }
      addStep(from, to, last);
      from = to;
    }
  }

  private void addStep(int from, int to, boolean several) {
    Shot first = shots.get(from);
    String pictures = to - from == 1 ? "" : ", " + Counted.number(to - from) + " pictures";
    String title = several && to - from > 1 ? "further steps" : first.step();
    add(
        first.screenshot().timestamp(),
        "step",
        title + pictures,
        Optional.of(first.picture()),
        Optional.empty());
  }

  private void add(RunError error) {
    add(
        error.timestamp(),
        error.recovered() ? "recovered" : "error",
        ReportText.of(error.message().orElse("an error without a message")),
        Optional.empty(),
        Optional.of(failure(error)));
  }

  private void add(RunFile file) {
    add(
        file.timestamp(),
        "file",
        ReportText.name(file.name().orElse("a file without a name")),
        Optional.empty(),
        Optional.empty());
  }

  private void add(
      Optional<Timestamp> time,
      String kind,
      String title,
      Optional<Picture> picture,
      Optional<Failure> failure) {
    Optional<Instant> moment = time.flatMap(Timestamp::instant);
    entries.add(
        new Entry(
            moment.orElse(Instant.MAX),
            new Event(
                time.map(TimeWords::moment).map(ReportText::name).orElse(""),
                moment.map(Instant::toString).orElse(""),
                kind,
                title,
                picture,
                failure)));
  }

  private Failure failure(RunError error) {
    String words = AdviceWords.of(error.advice());
    return new Failure(
        error.recovered() ? "none now: the run got past it; if it comes back, " + words : words,
        facts(error),
        nearest(error).map(this::shownAgain));
  }

  private static List<Line> facts(RunError error) {
    List<Line> facts = new ArrayList<>();
    error.classification().ifPresent(made -> add(facts, "class", made));
    error
        .classification()
        .flatMap(made -> made.description())
        .ifPresent(words -> add(facts, "analysis", words));
    error.actionName().ifPresent(name -> add(facts, "action", name));
    error.pageUrl().ifPresent(url -> add(facts, "page", url));
    error.originalError().ifPresent(text -> add(facts, "original", text));
    error.code().ifPresent(code -> add(facts, "code", code));
    return facts;
  }

  private static void add(List<Line> facts, String label, Object value) {
    facts.add(new Line(label, ReportText.of(value.toString())));
  }

  /** The next picture in time, one that is said to show an error before any other. */
  private Optional<Shot> nearest(RunError error) {
    @Nullable Instant moment = error.timestamp().flatMap(Timestamp::instant).orElse(null);
    if (moment == null) {
      return Optional.empty();
    }
    return shots.stream()
        .filter(shot -> shot.moment().isPresent() && shot.picture().source().isPresent())
        .min(
            Comparator.<Shot>comparingInt(shot -> shot.picture().error() ? 0 : 1)
                .thenComparing(
                    shot -> Duration.between(moment, shot.moment().orElseThrow()).abs()));
  }

  private Picture shownAgain(Shot shot) {
    if (picturesAgain == MOST_PICTURES_AGAIN) {
      return shot.picture().from(Optional.empty());
    }
    picturesAgain++;
    return shot.picture().from(shot.saved().file().flatMap(media::picture));
  }
}
