package io.cloudcruise.cli;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/**
 * What a report says, ready to be laid out: every text is harmless in a line of text, and escaped
 * by the template for the place where it stands.
 *
 * @param style the page's style sheet
 * @param policy its content security policy
 * @param verdict how the run ended
 * @param mood how that is to be taken: as good, bad or busy
 * @param todo what to do about it
 * @param output what the workflow produced; empty if nothing
 * @param missing artifacts that could not be had, and why
 */
record ReportPage(
    String style,
    String policy,
    String run,
    String verdict,
    String mood,
    List<String> remarks,
    List<String> todo,
    List<Line> facts,
    List<Event> timeline,
    Optional<Node> output,
    List<Picture> pictures,
    List<Film> films,
    List<File> files,
    List<Line> inputs,
    List<Line> credentials,
    List<Line> missing,
    String made) {

  /** A label and what it stands before. */
  record Line(String label, String text) {}

  /**
   * Something that happened.
   *
   * @param time when, as a person reads it; empty if not known
   * @param machineTime the same as ISO 8601; empty if there is none
   * @param kind {@code step}, {@code error}, {@code recovered}, {@code recording} or {@code file}
   */
  record Event(
      String time,
      String machineTime,
      String kind,
      String title,
      Optional<Picture> picture,
      Optional<Failure> failure) {}

  /** What is known of an error. */
  record Failure(String advice, List<Line> facts, Optional<Picture> nearest) {}

  /**
   * A screenshot.
   *
   * @param number counted from one
   * @param source where the picture is; empty if it could not be had, or is none
   * @param reason why it is not shown; empty if it is
   */
  record Picture(
      int number,
      int last,
      String name,
      String time,
      boolean error,
      Optional<Content> source,
      String reason) {
    /** {@return the same, shown from elsewhere; only its place if there is nothing to show} */
    Picture from(Optional<Content> elsewhere) {
      return new Picture(number, last, name, time, error, elsewhere, "");
    }

    int previous() {
      return number == 1 ? last : number - 1;
    }

    int next() {
      return number == last ? 1 : number + 1;
    }
  }

  /** A recording. */
  record Film(String title, Optional<Content> source, String reason) {}

  /**
   * A file.
   *
   * @param source its bytes, to be downloaded; empty if they are not in the report
   * @param place where it is instead
   */
  record File(String name, String size, String time, Optional<Content> source, String place) {}

  /**
   * A value of the output.
   *
   * @param text the value, if there is nothing in it
   * @param summary how much is in it
   * @param open whether to show what is in it at once
   */
  record Node(
      String name,
      String text,
      String summary,
      boolean open,
      List<Node> children,
      Optional<Table> table) {
    boolean isLeaf() {
      return children.isEmpty() && table.isEmpty();
    }
  }

  /**
   * A list of objects that have much in common.
   *
   * @param more what is not shown; empty if all is
   */
  record Table(List<String> columns, List<List<String>> rows, String more) {}
}
