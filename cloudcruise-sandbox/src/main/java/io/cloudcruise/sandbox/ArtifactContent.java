package io.cloudcruise.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;

/** The bytes and the media type of an artifact. */
record ArtifactContent(String mediaType, Source source) {

  interface Source {
    byte[] bytes();
  }

  /**
   * Finds an artifact by the last part of its path: one that ships as a resource, or a made one.
   */
  static Optional<ArtifactContent> named(String fileName) {
    return switch (fileName.substring(fileName.lastIndexOf('.') + 1)) {
      case "png" -> made("image/png", () -> PngImage.ofColour(fileName.hashCode()));
      case "mp4" -> made("video/mp4", ArtifactContent::recording);
      case "csv" -> made("text/csv", () -> shipped(fileName).orElseGet(ArtifactContent::table));
      case "pdf" -> shipped(fileName).flatMap(pdf -> made("application/pdf", () -> pdf));
      default -> Optional.empty();
    };
  }

  private static Optional<ArtifactContent> made(String mediaType, Source source) {
    return Optional.of(new ArtifactContent(mediaType, source));
  }

  private static Optional<byte[]> shipped(String fileName) {
    return Resources.find("artifacts/" + fileName);
  }

  private static byte[] table() {
    return "reference,amount\r\nA-1,10.50\r\nA-2,7.00\r\n".getBytes(UTF_8);
  }

  /** A file type box and an empty media box: recognised as MP4, shows nothing. */
  private static byte[] recording() {
    String fileType = "\0\0\0\u0018ftypisom\0\0\u0002\0isomiso2";
    String media = "\0\0\0\u0008mdat";
    return (fileType + media).getBytes(ISO_8859_1);
  }
}
