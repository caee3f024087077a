package io.cloudcruise.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Simulates learned waiting, waits for fleets, and writes what it cost: {@code PollReport REPORT}.
 */
public final class PollReport {
  private static final int HISTORIES = 200;
  private static final int HISTORIES_OF_CHANGE = 60;
  private static final double MINUTE = 60;
  private static final List<DurationFamily> CHANGING = PollFigures.changing();

  private PollReport() {}

  /** Simulates, and writes the report to the file named first. */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]).normalize();
    Document.write(file, markdown() + FleetReport.markdown());
    System.out.println("Written: " + file);
  }

  private static String markdown() {
    List<PollFigures> figures =
        DurationFamily.all().stream().map(family -> PollFigures.of(family, HISTORIES)).toList();
    return introduction() + learned(figures) + unlearned(figures) + changed();
  }

  private static String introduction() {
    return """
        Simulated with fixed seeds, %d independent histories each, by

            ./mvnw -Ppolls verify -pl verification/benchmarks -am -DskipTests

        N is the mean number of polls that see a run unfinished, without the first; D is the mean
        delay in seconds between an end and the look that sees it. A waiter learns no more than it
        sees: two polls with the end between them.

        """
        .formatted(HISTORIES);
  }

  private static String learned(List<PollFigures> figures) {
    return """
        ## Learned

        *Keller* is N x D of the best polls where polls are many, to a fixed interval's (half the
        mean duration). *Least* is that of the best polls at as many as after 50 runs, by dynamic
        programming with durations known. *x least* is how many times the least N x D, at as many
        polls, the learned schedule's is; *x Keller* how many times Keller's.

        | durations | Keller | least | N, D after 10 | x least | x Keller | N, D after 50 | x least | x Keller |
        |---|--:|--:|--:|--:|--:|--:|--:|--:|
        """
        + figures.stream().map(PollReport::learned).collect(Collectors.joining());
  }

  private static String learned(PollFigures figures) {
    return format(
            "| %s | %.2f | %.2f |",
            figures.family().label(), figures.keller(), figures.least(figures.many()))
        + learned(figures, figures.few())
        + learned(figures, figures.many())
        + "\n";
  }

  private static String learned(PollFigures figures, PollCost cost) {
    return format(
        " %.1f, %.1f | %.2f | %.2f |",
        cost.polls(), cost.delay(), figures.toLeast(cost), figures.toKeller(cost));
  }

  private static String unlearned(List<PollFigures> figures) {
    DurationFamily brief = DurationFamily.anythingUnder(MINUTE);
    return """

        ## Without history

        At a second of delay per look, beside polls every 15 s from the first one on.

        | durations | N | D | fixed N | fixed D | N x D to fixed |
        |---|--:|--:|--:|--:|--:|
        """
        + figures.stream()
            .map(each -> unlearned(each.family(), each.unlearned(), each.fixed()))
            .collect(Collectors.joining())
        + unlearned(brief, PollFigures.unlearned(brief, HISTORIES), PollFigures.fixed(brief));
  }

  private static String unlearned(DurationFamily family, PollCost unlearned, PollCost fixed) {
    return format(
        "| %s | %.1f | %.2f | %.1f | %.2f | %.2f |%n",
        family.label(),
        unlearned.polls(),
        unlearned.delay(),
        fixed.polls(),
        fixed.delay(),
        unlearned.product() / fixed.product());
  }

  private static String changed() {
    String columns =
        IntStream.rangeClosed(1, CHANGING.size())
            .mapToObj(number -> " " + number + " |")
            .collect(Collectors.joining());
    return """

        ## After a change of durations

        How many times the least N x D is, after 50 runs of one kind (rows) and then 30 of another
        (columns, in the order of the rows).

        | |%s
        |---|%s
        """
            .formatted(columns, "--:|".repeat(CHANGING.size()))
        + IntStream.range(0, CHANGING.size())
            .mapToObj(PollReport::changed)
            .collect(Collectors.joining());
  }

  private static String changed(int former) {
    String ratios =
        IntStream.range(0, CHANGING.size())
            .mapToObj(family -> family == former ? " |" : changed(former, family))
            .collect(Collectors.joining());
    return format("| %d. %s |%s%n", former + 1, CHANGING.get(former).label(), ratios);
  }

  private static String changed(int former, int family) {
    return format(
        " %.2f |",
        PollFigures.afterChange(CHANGING.get(former), CHANGING.get(family), HISTORIES_OF_CHANGE));
  }

  private static String format(String format, Object... arguments) {
    return String.format(Locale.ROOT, format.replace("%n", "\n"), arguments);
  }
}
