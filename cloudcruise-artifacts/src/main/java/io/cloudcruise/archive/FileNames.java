package io.cloudcruise.archive;

import io.cloudcruise.core.artifact.ArtifactKind;
import io.cloudcruise.core.model.Artifact;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.Screenshot;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What artifacts are called in an archive. */
final class FileNames {
  private static final Map<String, String> SUFFIXES =
      Map.of(
          "image/png", ".png",
          "image/jpeg", ".jpg",
          "image/webp", ".webp",
          "image/gif", ".gif",
          "video/mp4", ".mp4",
          "video/webm", ".webm");

  private FileNames() {}

  static String directory(ArtifactKind kind) {
    return switch (kind) {
      case SCREENSHOT -> "screenshots";
      case RECORDING -> "recordings";
      case FILE -> "files";
    };
  }

  /**
   * Names an artifact.
   *
   * @param number which it is among those of its kind, counted from one
   * @param mediaType its type according to storage
   */
  static String of(Artifact artifact, int number, Optional<String> mediaType) {
    if (artifact instanceof RunFile file) {
      return SafeName.of(file.name().orElse(""), "file-" + number);
    }
    String suffix = mediaType.map(FileNames::essence).map(SUFFIXES::get).orElse(".bin");
    if (artifact instanceof Screenshot screenshot) {
      String node = SafeName.of(screenshot.nodeName().orElse(""), "screenshot");
      return SafeName.of("%04d %s".formatted(number, node), "") + suffix;
    }
    return "%02d recording".formatted(number) + suffix;
  }

  private static String essence(String mediaType) {
    return mediaType.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
  }
}
