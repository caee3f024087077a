package io.cloudcruise.reliability.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All faults, and the table that the document shows. */
public final class FaultTable {
  private static final String HEADER =
      "| fault | ends in | within | requests | asked again |\n|---|---|---|--:|---|\n";

  private FaultTable() {}

  static Stream<Row> rows() {
    return Stream.of(
            ConnectionFaults.rows(),
            WireFaults.rows(),
            StatusFaults.rows(),
            BodyFaults.rows(),
            KindFaults.rows(),
            ClockAndKeyFaults.rows(),
            WaitFaults.rows(),
            RedisFaults.rows(),
            ArtifactFaults.rows(),
            ArchiveFaults.rows(),
            Interruptions.rows())
        .flatMap(rows -> rows);
  }

  /** {@return all rows in Markdown, by subject} */
  public static String print() {
    Map<String, List<Row>> bySubject =
        rows()
            .collect(Collectors.groupingBy(Row::subject, LinkedHashMap::new, Collectors.toList()));
    String tables =
        bySubject.entrySet().stream()
            .map(entry -> table(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining());
    return "\n%d faults.\n%s\n".formatted(rows().count(), tables);
  }

  private static String table(String subject, List<Row> rows) {
    return rows.stream()
        .map(FaultTable::line)
        .collect(Collectors.joining("", "\n### " + title(subject) + "\n\n" + HEADER, ""));
  }

  private static String title(String subject) {
    return Character.toUpperCase(subject.charAt(0)) + subject.substring(1);
  }

  private static String line(Row row) {
    Expected expected = row.expected();
    return "| %s | %s | %s | %d | %s |\n"
        .formatted(
            row.fault().replace("|", "\\|"),
            expected.ending(),
            expected.within(),
            expected.requests(),
            expected.again());
  }
}
