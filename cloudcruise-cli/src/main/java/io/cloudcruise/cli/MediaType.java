package io.cloudcruise.cli;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells by their first bytes the pictures and films that a page may show. */
final class MediaType {
  private MediaType() {}

  static Optional<String> ofPicture(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
      return Optional.of("image/png");
    }
    if (text.startsWith("\u00ff\u00d8\u00ff")) {
      return Optional.of("image/jpeg");
    }
    if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
      return Optional.of("image/gif");
    }
    return text.startsWith("RIFF") && text.startsWith("WEBP", 8)
        ? Optional.of("image/webp")
        : Optional.empty();
  }

  static Optional<String> ofFilm(byte[] head) {
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("ftyp", 4)) {
      return Optional.of("video/mp4");
    }
    return text.startsWith("\u001aE\u00df\u00a3") ? Optional.of("video/webm") : Optional.empty();
  }
}
