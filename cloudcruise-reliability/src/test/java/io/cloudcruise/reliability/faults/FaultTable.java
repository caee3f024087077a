package io.cloudcruise.reliability.faults;

import java.util.stream.Stream;

/** All faults, and the table that the document shows. */
final class FaultTable {
  private FaultTable() {}

  static Stream<Row> rows() {
    return Stream.of(
            ConnectionFaults.rows(),
            WireFaults.rows(),
            StatusFaults.rows(),
            BodyFaults.rows(),
            ClockAndKeyFaults.rows(),
            WaitFaults.rows(),
            ArtifactFaults.rows(),
            Interruptions.rows())
        .flatMap(rows -> rows);
  }
}
