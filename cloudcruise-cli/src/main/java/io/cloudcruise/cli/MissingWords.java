package io.cloudcruise.cli;

import io.cloudcruise.archive.SavedArtifact;
import io.cloudcruise.core.model.Timestamp;
import java.util.Locale;

/** Says which artifact could not be had. */
final class MissingWords {
  private static final int LONGEST_NAME = 80;

  private MissingWords() {}

  static String of(SavedArtifact saved) {
    return name(saved) + " is missing: " + saved.failure().orElse("");
  }

  static String name(SavedArtifact saved) {
    String kind = saved.identity().kind().name().toLowerCase(Locale.ROOT);
    return kind
        + saved
            .identity()
            .name()
            .or(() -> saved.identity().timestamp().map(Timestamp::text))
            .map(name -> " " + Width.shorten(SafeText.line(name), LONGEST_NAME))
            .orElse("");
  }
}
