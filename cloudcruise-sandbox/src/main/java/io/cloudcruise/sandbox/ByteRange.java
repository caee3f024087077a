package io.cloudcruise.sandbox;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One stretch of a file.
 *
 * @param first the first byte, counted from zero
 * @param last the last byte, included; before {@code first} if the file has no such stretch
 */
record ByteRange(int first, int last) {

  private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,9})-(\\d{0,9})");

  /** Reads a Range header; empty if it is none that is understood, and so is to be ignored. */
  static Optional<ByteRange> parse(String header, int fileLength) {
    Matcher matcher = SINGLE.matcher(header);
    if (!matcher.matches() || header.equals("bytes=-")) {
      return Optional.empty();
    }
    String from = matcher.group(1);
    String to = matcher.group(2);
    if (from.isEmpty()) {
      return suffix(Integer.parseInt(to), fileLength);
    }
    return between(
        Integer.parseInt(from),
        to.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(to),
        fileLength);
  }

  private static Optional<ByteRange> suffix(int length, int fileLength) {
    return Optional.of(new ByteRange(Math.max(0, fileLength - length), fileLength - 1));
  }

  private static Optional<ByteRange> between(int first, int last, int fileLength) {
    if (last < first) {
      return Optional.empty();
    }
    return Optional.of(new ByteRange(first, Math.min(last, fileLength - 1)));
  }

  boolean isSatisfiable() {
    return first <= last;
  }
}
