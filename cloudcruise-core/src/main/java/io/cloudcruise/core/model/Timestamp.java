package io.cloudcruise.core.model;

import io.cloudcruise.core.internal.Printable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * A moment as the platform wrote it.
 *
 * <p>The documentation shows three ISO-8601 forms (microseconds with an offset, milliseconds with
 * {@code Z}, seconds with {@code Z}); the official clients' own tests send words such as {@code
 * now}. The text is kept whatever it says.
 *
 * @param text the text word for word
 */
public record Timestamp(String text) {
  public Timestamp {
    Objects.requireNonNull(text, "text");
  }

  /**
   * Reads the text as an instant.
   *
   * @return the instant, or empty if the text is no ISO-8601 date and time with an offset
   */
  public Optional<Instant> instant() {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException notATime) {
      return Optional.empty();
    }
  }

  /** {@return the text, unprintable characters replaced} */
  @Override
  public String toString() {
    return Printable.of(text);
  }
}
