package io.cloudcruise.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file that holds the report: what a run writes anew, and notes by hand, which stay. */
final class Document {
  static final String BEGIN = "<!-- figures: written by the benchmarks, do not edit -->\n";
  static final String END = "<!-- end of figures -->\n";

  private static final String TITLE = "# Benchmarks\n\n";
  private static final String NOTES = "\n## Notes\n";

  private Document() {}

  static void write(Path file, String report) throws IOException {
    String before = Files.exists(file) ? Files.readString(file) : "";
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, replaced(before, report));
  }

  /** Puts the report in the place of the one before; all around it stays. */
  static String replaced(String document, String report) {
    int begin = document.indexOf(BEGIN);
    int end = document.indexOf(END);
    if (begin < 0 || end < begin) {
      return TITLE + BEGIN + report + END + (document.isEmpty() ? NOTES : "\n" + document);
    }
    return document.substring(0, begin) + BEGIN + report + document.substring(end);
  }
}
