package io.cloudcruise.cli;

import gg.jte.Content;
import io.cloudcruise.archive.SavedArtifact;
import io.cloudcruise.archive.SavedFile;
import io.cloudcruise.archive.SavedRun;
import io.cloudcruise.cli.ReportPage.File;
import io.cloudcruise.cli.ReportPage.Film;
import io.cloudcruise.cli.ReportPage.Line;
import io.cloudcruise.cli.ReportPage.Picture;
import io.cloudcruise.cli.ReportTimeline.Shot;
import io.cloudcruise.core.model.Artifact;
import io.cloudcruise.core.model.Recording;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.Screenshot;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Makes the page of a saved run. */
final class ReportMaker {
  private final SavedRun run;
  private final ReportMedia media;
  private final Clock clock;

  ReportMaker(SavedRun run, ReportMedia media, Clock clock) {
    this.run = run;
    this.media = media;
    this.clock = clock;
  }

  ReportPage page() {
    RunResults results = run.results();
    List<Shot> shots = shots();
    ReportStyle style = ReportStyle.read();
    List<Film> films = of(Recording.class, this::film);
    List<File> files = of(RunFile.class, this::file);
    return new ReportPage(
        style.text(),
        style.policy(media.refersToArchive()),
        results.sessionId().value(),
        Verdict.of(results.status()).headline(),
        mood(results.status()),
        SummaryView.remarks(results),
        SummaryView.todo(results),
        facts(results),
        new ReportTimeline(shots, media).of(results.errors(), results.files()),
        results.output().map(ReportOutput::of),
        shots.stream().map(Shot::picture).toList(),
        films,
        files,
        lines(results.inputs(), InputsView::input),
        lines(results.vaultEntries(), InputsView::credential),
        missing(),
        clock.instant().truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' '));
  }

  private static String mood(RunStatus status) {
    return switch (status.kind()) {
      case SUCCEEDED -> "good";
      case FAILED, STOPPED -> "bad";
      case QUEUED, RUNNING, REQUEUED, PAUSED, WAITING_FOR_INPUT, UNKNOWN -> "busy";
    };
  }

  private static List<Line> facts(RunResults results) {
    List<Line> facts = new ArrayList<>();
    facts.add(new Line("run", results.sessionId().value()));
    facts.add(new Line("status", ReportText.name(results.status().rawValue())));
    results
        .workflowId()
        .ifPresent(id -> facts.add(new Line("workflow", ReportText.name(id.value()))));
    results.retries().ifPresent(count -> facts.add(new Line("retries", Counted.number(count))));
    return facts;
  }

  private static <T> List<Line> lines(Map<String, T> values, Function<T, String> words) {
    List<Line> lines = new ArrayList<>();
    values.forEach(
        (name, value) ->
            lines.add(new Line(ReportText.name(name), ReportText.of(words.apply(value)))));
    return lines;
  }

  private List<Shot> shots() {
    List<Shot> shots = new ArrayList<>();
    int last = run.results().screenshots().size();
    for (SavedArtifact saved : run.artifacts()) {
      if (saved.artifact() instanceof Screenshot screenshot) {
        Picture picture = picture(screenshot, saved, shots.size() + 1, last);
        shots.add(new Shot(screenshot, saved, picture));
      }
    }
    return shots;
  }

  private Picture picture(Screenshot screenshot, SavedArtifact saved, int number, int last) {
    Optional<Content> source = saved.file().flatMap(media::picture);
    return new Picture(
        number,
        last,
        ReportText.name(screenshot.nodeName().orElse("at no stated step")),
        time(screenshot),
        screenshot.showsError(),
        source,
        source.isPresent() ? "" : reason(saved));
  }

  private static String time(Artifact artifact) {
    return artifact.timestamp().map(TimeWords::moment).map(ReportText::name).orElse("");
  }

  private static String reason(SavedArtifact saved) {
    return saved.failure().isPresent() ? "could not be had" : "is none that can be shown here";
  }

  private Film film(Recording recording, SavedArtifact saved) {
    Optional<Content> source = saved.file().flatMap(media::film);
    String end = time(recording);
    return new Film(
        end.isEmpty() ? "at no stated time" : "until " + end,
        source,
        source.isPresent() ? "" : reason(saved));
  }

  private File file(RunFile file, SavedArtifact saved) {
    Optional<SavedFile> there = saved.file();
    Optional<Content> source = there.flatMap(media::download);
    return new File(
        ReportText.name(file.name().orElse("a file without a name")),
        there.map(SavedFile::size).map(Bytes::words).orElse(""),
        time(file),
        source,
        there
            .filter(unused -> source.isEmpty())
            .map(media::place)
            .map(ReportText::name)
            .orElse(there.isEmpty() ? "could not be had" : ""));
  }

  private <A extends Artifact, T> List<T> of(Class<A> type, BiFunction<A, SavedArtifact, T> words) {
    return run.artifacts().stream()
        .filter(saved -> type.isInstance(saved.artifact()))
        .map(saved -> words.apply(type.cast(saved.artifact()), saved))
        .toList();
  }

  private List<Line> missing() {
    return run.missing().stream()
        .map(
            saved ->
                new Line(
                    ReportText.name(MissingWords.name(saved)),
                    ReportText.of(saved.failure().orElse(""))))
        .toList();
  }
}
