package io.cloudcruise.core.port;

import java.util.Objects;
import java.util.Optional;

/**
 * Something in a response that this version does not know. It harms no call; it says that the
 * platform has moved on.
 *
 * @param kind what kind of thing is not known
 * @param path JSON pointer of the place, unprintable characters replaced; in a list, of the first
 *     element where it was seen
 * @param word the word that is not known, where the platform has a vocabulary; empty otherwise, for
 *     a value might be a secret
 */
public record Drift(Kind kind, String path, Optional<String> word) {
  public Drift {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(word, "word");
  }

  /** What kind of thing is not known. */
  public enum Kind {
    /** A field. It is kept among the other fields. */
    UNKNOWN_FIELD,
    /** A status. It is kept word for word and taken for not ended. */
    UNKNOWN_STATUS,
    /** An error category. It is kept word for word. */
    UNKNOWN_CATEGORY,
    /** An error sub-type. It is kept word for word. */
    UNKNOWN_SUB_TYPE,
    /** A known field holds another kind of JSON. It is kept among the other fields. */
    UNEXPECTED_KIND
  }
}
