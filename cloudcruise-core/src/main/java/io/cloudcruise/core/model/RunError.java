package io.cloudcruise.core.model;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

// Longer than other files: each of its many components has an accessor and a setter.
/**
 * Something that went wrong during a run. Whatever the platform did not send is empty. Immutable.
 */
public final class RunError {
  private final @Nullable ErrorId id;
  private final @Nullable String message;
  private final @Nullable Timestamp timestamp;
  private final @Nullable PageUrl pageUrl;
  private final @Nullable String code;
  private final @Nullable String actionType;
  private final @Nullable String actionName;
  private final @Nullable String originalError;
  private final @Nullable Classification classification;
  private final @Nullable String nodeId;
  private final @Nullable JsonText inputRecovery;
  private final @Nullable JsonText passwordUpdateRecovery;
  private final @Nullable String prompt;
  private final @Nullable String model;
  private final boolean recovered;
  private final Map<String, JsonText> otherFields;

  private RunError(Builder from) {
    id = from.id;
    message = from.message;
    timestamp = from.timestamp;
    pageUrl = from.pageUrl;
    code = from.code;
    actionType = from.actionType;
    actionName = from.actionName;
    originalError = from.originalError;
    classification = from.classification;
    nodeId = from.nodeId;
    inputRecovery = from.inputRecovery;
    passwordUpdateRecovery = from.passwordUpdateRecovery;
    prompt = from.prompt;
    model = from.model;
    recovered = from.recovered;
    otherFields = from.otherFields;
  }

  /** {@return a builder of a value that has nothing yet} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return a builder that starts with all of these components} */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** {@return what names it} */
  public Optional<ErrorId> id() {
    return Optional.ofNullable(id);
  }

  /** {@return the agent's analysis in prose} */
  public Optional<String> message() {
    return Optional.ofNullable(message);
  }

  /** {@return when it happened} */
  public Optional<Timestamp> timestamp() {
    return Optional.ofNullable(timestamp);
  }

  /** {@return the page the agent was on} */
  public Optional<PageUrl> pageUrl() {
    return Optional.ofNullable(pageUrl);
  }

  /** {@return the workspace's own code for it, such as {@code ERR-0001}; an open set} */
  public Optional<String> code() {
    return Optional.ofNullable(code);
  }

  /** {@return what the agent was doing, such as {@code CLICK}; an open set} */
  public Optional<String> actionType() {
    return Optional.ofNullable(actionType);
  }

  /** {@return what the agent was doing, as it is displayed} */
  public Optional<String> actionName() {
    return Optional.ofNullable(actionName);
  }

  /** {@return the raw text of the failure, before any analysis} */
  public Optional<String> originalError() {
    return Optional.ofNullable(originalError);
  }

  /** {@return what the AI made of it} */
  public Optional<Classification> classification() {
    return Optional.ofNullable(classification);
  }

  /** {@return the id of the workflow node it happened in} */
  public Optional<String> nodeId() {
    return Optional.ofNullable(nodeId);
  }

  /** {@return how the agent changed the input to get past it} */
  public Optional<JsonText> inputRecovery() {
    return Optional.ofNullable(inputRecovery);
  }

  /** {@return how the agent changed a password to get past it} */
  public Optional<JsonText> passwordUpdateRecovery() {
    return Optional.ofNullable(passwordUpdateRecovery);
  }

  /** {@return the instruction the agent followed; older editions of the API only} */
  public Optional<String> prompt() {
    return Optional.ofNullable(prompt);
  }

  /** {@return the language model that analysed it; older editions of the API only} */
  public Optional<String> model() {
    return Optional.ofNullable(model);
  }

  /**
   * {@return whether the platform's maintenance agent got past it, so that the run went on; {@link
   * RunResults} decides, from the ids that it lists as recovered}
   */
  public boolean recovered() {
    return recovered;
  }

  /**
   * {@return fields that were sent and that nothing else here shows: those that this version does
   * not know, and those that were null or empty; by the platform's names, in the order sent}
   */
  public Map<String, JsonText> otherFields() {
    return otherFields;
  }

  /** {@return what to do about it, from its classification; ask a person if there is none} */
  public Advice advice() {
    return classification().map(Classification::advice).orElse(Advice.ASK_A_PERSON);
  }

  /** {@return the same error, the URL of its page cut down to what may be shown} */
  RunError withoutQuery() {
    return toBuilder().pageUrl(pageUrl().map(PageUrl::withoutQuery).orElse(null)).build();
  }

  RunError withRecovered(boolean now) {
    if (now == recovered) {
      return this;
    }
    Builder copy = toBuilder();
    copy.recovered = now;
    return copy.build();
  }

  private List<@Nullable Object> components() {
    return Arrays.asList(
        id,
        message,
        timestamp,
        pageUrl,
        code,
        actionType,
        actionName,
        originalError,
        classification,
        nodeId,
        inputRecovery,
        passwordUpdateRecovery,
        prompt,
        model,
        recovered,
        otherFields);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RunError that && components().equals(that.components());
  }

  @Override
  public int hashCode() {
    return components().hashCode();
  }

  /** {@return id, classification and fate; the texts may quote what must not be logged} */
  @Override
  public String toString() {
    return "RunError[id=%s, classification=%s, recovered=%s]"
        .formatted(
            id().map(ErrorId::toString).orElse("none"),
            classification().map(Classification::toString).orElse("none"),
            recovered);
  }

  /** Builds an error. Not thread-safe. */
  public static final class Builder {
    private @Nullable ErrorId id;
    private @Nullable String message;
    private @Nullable Timestamp timestamp;
    private @Nullable PageUrl pageUrl;
    private @Nullable String code;
    private @Nullable String actionType;
    private @Nullable String actionName;
    private @Nullable String originalError;
    private @Nullable Classification classification;
    private @Nullable String nodeId;
    private @Nullable JsonText inputRecovery;
    private @Nullable JsonText passwordUpdateRecovery;
    private @Nullable String prompt;
    private @Nullable String model;
    private boolean recovered;
    private Map<String, JsonText> otherFields = Map.of();

    private Builder() {}

    private Builder(RunError from) {
      id = from.id;
      message = from.message;
      timestamp = from.timestamp;
      pageUrl = from.pageUrl;
      code = from.code;
      actionType = from.actionType;
      actionName = from.actionName;
      originalError = from.originalError;
      classification = from.classification;
      nodeId = from.nodeId;
      inputRecovery = from.inputRecovery;
      passwordUpdateRecovery = from.passwordUpdateRecovery;
      prompt = from.prompt;
      model = from.model;
      recovered = from.recovered;
      otherFields = from.otherFields;
    }

    /** {@return this builder, {@link RunError#id()} set; null if there is none} */
    public Builder id(@Nullable ErrorId value) {
      id = value;
      return this;
    }

    /** {@return this builder, {@link RunError#message()} set; null if there is none} */
    public Builder message(@Nullable String value) {
      message = value;
      return this;
    }

    /** {@return this builder, {@link RunError#timestamp()} set; null if there is none} */
    public Builder timestamp(@Nullable Timestamp value) {
      timestamp = value;
      return this;
    }

    /** {@return this builder, {@link RunError#pageUrl()} set; null if there is none} */
    public Builder pageUrl(@Nullable PageUrl value) {
      pageUrl = value;
      return this;
    }

    /** {@return this builder, {@link RunError#code()} set; null if there is none} */
    public Builder code(@Nullable String value) {
      code = value;
      return this;
    }

    /** {@return this builder, {@link RunError#actionType()} set; null if there is none} */
    public Builder actionType(@Nullable String value) {
      actionType = value;
      return this;
    }

    /** {@return this builder, {@link RunError#actionName()} set; null if there is none} */
    public Builder actionName(@Nullable String value) {
      actionName = value;
      return this;
    }

    /** {@return this builder, {@link RunError#originalError()} set; null if there is none} */
    public Builder originalError(@Nullable String value) {
      originalError = value;
      return this;
    }

    /** {@return this builder, {@link RunError#classification()} set; null if there is none} */
    public Builder classification(@Nullable Classification value) {
      classification = value;
      return this;
    }

    /** {@return this builder, {@link RunError#nodeId()} set; null if there is none} */
    public Builder nodeId(@Nullable String value) {
      nodeId = value;
      return this;
    }

    /** {@return this builder, {@link RunError#inputRecovery()} set; null if there is none} */
    public Builder inputRecovery(@Nullable JsonText value) {
      inputRecovery = value;
      return this;
    }

    /**
     * {@return this builder, {@link RunError#passwordUpdateRecovery()} set; null if there is none}
     */
    public Builder passwordUpdateRecovery(@Nullable JsonText value) {
      passwordUpdateRecovery = value;
      return this;
    }

    /** {@return this builder, {@link RunError#prompt()} set; null if there is none} */
    public Builder prompt(@Nullable String value) {
      prompt = value;
      return this;
    }

    /** {@return this builder, {@link RunError#model()} set; null if there is none} */
    public Builder model(@Nullable String value) {
      model = value;
      return this;
    }

    /** {@return this builder, {@link RunError#otherFields()} set} */
    public Builder otherFields(Map<String, JsonText> value) {
      otherFields = Copies.ordered(value);
      return this;
    }

    /**
     * {@return the error; one made from a recovered error is recovered, any other is not until it
     * is part of results that list it as such}
     */
    public RunError build() {
      return new RunError(this);
    }
  }
}
