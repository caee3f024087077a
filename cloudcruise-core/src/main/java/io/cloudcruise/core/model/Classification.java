package io.cloudcruise.core.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the platform's AI made of an error. Immutable. */
public final class Classification {
  private final @Nullable ErrorCategory category;
  private final @Nullable ErrorSubType subType;
  private final @Nullable String description;

  private Classification(Builder from) {
    category = from.category;
    subType = from.subType;
    description = from.description;
  }

  /** {@return a builder of a value that has nothing yet} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts with all of these components} */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** {@return the broad kind; empty if none was given} */
  public Optional<ErrorCategory> category() {
    return Optional.ofNullable(category);
  }

  /** {@return the kind within the category; empty if the category has none, or none was given} */
  public Optional<ErrorSubType> subType() {
    return Optional.ofNullable(subType);
  }

  /** {@return one or two sentences for a person; empty if none was given} */
  public Optional<String> description() {
    return Optional.ofNullable(description);
  }

  /**
   * Derives what to do. The sub-type decides where this version knows it, else the category; an
   * error that neither explains is one for a person.
   *
   * @return what to do about the error
   */
  public Advice advice() {
    return subType()
        .map(ErrorSubType::kind)
        .filter(kind -> kind != ErrorSubType.Kind.UNKNOWN)
        .map(ErrorSubType.Kind::advice)
        .or(() -> category().map(known -> known.kind().advice()))
        .orElse(Advice.ASK_A_PERSON);
  }

  private List<@Nullable Object> components() {
    return Arrays.asList(category, subType, description);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Classification that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** {@return category and sub-type; the description may quote what must not be logged} */
  @Override
  public String toString() {
    return category().map(ErrorCategory::toString).orElse("unclassified")
        + subType().map(word -> "/" + word).orElse("");
  }

  /** Builds a classification. Not thread-safe. */
  public static final class Builder {
    private @Nullable ErrorCategory category;
    private @Nullable ErrorSubType subType;
    private @Nullable String description;

    private Builder() {}

    private Builder(Classification from) {
      category = from.category;
      subType = from.subType;
      description = from.description;
    }

    /** {@return this builder, {@link Classification#category()} set; null if there is none} */
    public Builder category(@Nullable ErrorCategory value) {
      category = value;
      return this;
    }

    /** {@return this builder, {@link Classification#subType()} set; null if there is none} */
    public Builder subType(@Nullable ErrorSubType value) {
      subType = value;
      return this;
    }

    /** {@return this builder, {@link Classification#description()} set; null if there is none} */
    public Builder description(@Nullable String value) {
      description = value;
      return this;
    }

    /** {@return the value, which shares nothing that can change with this builder} */
    public Classification build() {
      return new Classification(this);
    }
  }
}
