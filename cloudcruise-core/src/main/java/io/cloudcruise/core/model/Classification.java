package io.cloudcruise.core.model;

import java.util.Objects;
import java.util.Optional;

/**
 * What the platform's AI made of an error.
 *
 * @param category the broad kind; empty if none was given
 * @param subType the kind within the category; empty if the category has none, or none was given
 * @param description one or two sentences for a person; empty if none was given
 */
public record Classification(
    Optional<ErrorCategory> category,
    Optional<ErrorSubType> subType,
    Optional<String> description) {
  public Classification {
    Objects.requireNonNull(category, "category");
    Objects.requireNonNull(subType, "subType");
    Objects.requireNonNull(description, "description");
  }

  /**
   * Derives what to do. The sub-type decides where this version knows it, else the category; an
   * error that neither explains is one for a person.
   *
   * @return what to do about the error
   */
  public Advice advice() {
    return subType
        .map(ErrorSubType::kind)
        .filter(kind -> kind != ErrorSubType.Kind.UNKNOWN)
        .map(ErrorSubType.Kind::advice)
        .or(() -> category.map(known -> known.kind().advice()))
        .orElse(Advice.ASK_A_PERSON);
  }

  /** {@return category and sub-type; the description may quote what must not be logged} */
  @Override
  public String toString() {
    return category.map(ErrorCategory::toString).orElse("unclassified")
        + subType.map(word -> "/" + word).orElse("");
  }
}
