package io.cloudcruise.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DocumentTest {
  @Test
  void aFirstReportMakesRoomForNotes() {
    String document = Document.replaced("", "figures\n");

    assertThat(document)
        .startsWith("# Benchmarks\n")
        .contains("figures\n" + Document.END)
        .endsWith("## Notes\n");
  }

  @Test
  void aNewReportReplacesTheOldOneAndNothingElse() {
    String first = Document.replaced("", "old figures\n") + "\nWritten by hand.\n";

    String second = Document.replaced(first, "new figures\n");

    assertThat(second).isEqualTo(first.replace("old figures", "new figures"));
  }

  @Test
  void aDocumentWithoutMarkersIsKeptBelowTheReport() {
    String document = Document.replaced("## Notes\n\nWritten by hand.\n", "figures\n");

    assertThat(document).endsWith(Document.END + "\n## Notes\n\nWritten by hand.\n");
  }
}
