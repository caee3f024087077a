package io.cloudcruise.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** The bytes and the media type of an artifact. */
record ArtifactContent(String mediaType, Source source) {

  private static final String OTHER_RECORDINGS = "second-try.mp4";

  interface Source {
    byte[] bytes();
  }

  /**
   * Finds an artifact by the last part of its path: one that ships as a resource, or a made one.
   */
  static Optional<ArtifactContent> named(String fileName) {
    return switch (fileName.substring(fileName.lastIndexOf('.') + 1)) {
      case "png" -> made("image/png", () -> picture(fileName));
      case "mp4" -> made("video/mp4", () -> recording(fileName));
      case "csv" -> made("text/csv", () -> shipped(fileName).orElseGet(ArtifactContent::table));
      case "txt" -> made("text/plain; charset=utf-8", () -> text(fileName));
      case "pdf" -> shipped("application/pdf", fileName);
      case "svg" -> shipped("image/svg+xml", fileName);
      case "html" -> shipped("text/html; charset=utf-8", fileName);
      default -> Optional.empty();
    };
  }

  private static Optional<ArtifactContent> made(String mediaType, Source source) {
    return Optional.of(new ArtifactContent(mediaType, source));
  }

  private static Optional<ArtifactContent> shipped(String mediaType, String fileName) {
    return shipped(fileName).map(bytes -> new ArtifactContent(mediaType, () -> bytes));
  }

  private static Optional<byte[]> shipped(String fileName) {
    return Resources.find("artifacts/" + fileName);
  }

  private static byte[] table() {
    return "reference,amount\r\nA-1,10.50\r\nA-2,7.00\r\n".getBytes(UTF_8);
  }

  private static byte[] text(String fileName) {
    return ("This is " + fileName + ".\n").getBytes(UTF_8);
  }

  private static byte[] picture(String fileName) {
    return shipped(fileName).orElseGet(() -> PngImage.ofColour(fileName.hashCode()));
  }

  /** Unlike a picture, a film is not made in a few lines: all others show the one that ships. */
  private static byte[] recording(String fileName) {
    return shipped(fileName).or(() -> shipped(OTHER_RECORDINGS)).orElseThrow();
  }
}
