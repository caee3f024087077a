package io.cloudcruise.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One part of a document that a program writes; all around it is written by hand and stays.
 *
 * @param name tells the parts of a document apart
 */
record Section(String name) {

  private String begin() {
    return "<!-- " + name + ": written by a program, do not edit -->\n";
  }

  private String end() {
    return "<!-- end of " + name + " -->\n";
  }

  /** Puts a text in the place of the one before. */
  void write(Path file, String text) throws IOException {
    Files.writeString(file, replacedIn(Files.readString(file), text));
  }

  /** {@return what the document says now} */
  String read(Path file) throws IOException {
    String document = Files.readString(file);
    return document.substring(start(document), stop(document));
  }

  private String replacedIn(String document, String text) {
    return document.substring(0, start(document)) + text + document.substring(stop(document));
  }

  private int start(String document) {
    return place(document, begin()) + begin().length();
  }

  private int stop(String document) {
    return place(document, end());
  }

  private static int place(String document, String mark) {
    int place = document.indexOf(mark);
    if (place < 0) {
      throw new IllegalArgumentException("the document has no line " + mark.strip());
    }
    return place;
  }
}
