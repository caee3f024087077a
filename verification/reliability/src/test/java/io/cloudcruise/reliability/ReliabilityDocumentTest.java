package io.cloudcruise.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.reliability.faults.FaultTable;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the document says of faults is what is tried. */
class ReliabilityDocumentTest {
  private static final Path DOCUMENT = Path.of("..", "..", "docs", "reliability.md");
  private static final Section FAULTS = new Section("faults");

  @Test
  void faultsAreThoseOfTheTable() throws IOException {
    if (Boolean.getBoolean("reliability.write")) {
      FAULTS.write(DOCUMENT, FaultTable.print());
    }

    assertThat(FAULTS.read(DOCUMENT))
        .as("written anew by -Dreliability.write=true")
        .isEqualTo(FaultTable.print());
  }
}
