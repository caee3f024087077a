package io.cloudcruise.core.model;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong during a run. Whatever the platform did not send is empty. Build it
 * with {@link #builder}: components may be added.
 *
 * @param id names it
 * @param message the agent's analysis in prose
 * @param timestamp when it happened
 * @param pageUrl the page the agent was on
 * @param code the workspace's own code for it
 * @param actionType what the agent was doing
 * @param actionName what the agent was doing, as it is displayed
 * @param originalError the raw text of the failure, before any analysis
 * @param classification what the AI made of it
 * @param nodeId the workflow node it happened in
 * @param inputRecovery how the agent changed the input to get past it
 * @param passwordUpdateRecovery how the agent changed a password to get past it
 * @param prompt the instruction the agent followed; older editions of the API only
 * @param model the language model that analysed it; older editions of the API only
 * @param recovered whether the platform's maintenance agent got past it, so that the run went on;
 *     {@link RunResults} decides, from the ids that it lists as recovered
 * @param otherFields fields that were sent and that nothing else here shows: those that this
 *     version does not know, and those that were null or empty; by the platform's names, in the
 *     order sent
 */
public record RunError(
    Optional<ErrorId> id,
    Optional<String> message,
    Optional<Timestamp> timestamp,
    Optional<PageUrl> pageUrl,
    Optional<ErrorCode> code,
    Optional<ActionType> actionType,
    Optional<String> actionName,
    Optional<String> originalError,
    Optional<Classification> classification,
    Optional<NodeId> nodeId,
    Optional<JsonText> inputRecovery,
    Optional<JsonText> passwordUpdateRecovery,
    Optional<String> prompt,
    Optional<String> model,
    boolean recovered,
    Map<String, JsonText> otherFields) {
  public RunError {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(timestamp, "timestamp");
    Objects.requireNonNull(pageUrl, "pageUrl");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(actionType, "actionType");
    Objects.requireNonNull(actionName, "actionName");
    Objects.requireNonNull(originalError, "originalError");
    Objects.requireNonNull(classification, "classification");
    Objects.requireNonNull(nodeId, "nodeId");
    Objects.requireNonNull(inputRecovery, "inputRecovery");
    Objects.requireNonNull(passwordUpdateRecovery, "passwordUpdateRecovery");
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(model, "model");
    otherFields = Copies.ordered(otherFields);
  }

  /** {@return the same error, the URL of its page cut down to what may be shown} */
  RunError withoutQuery() {
    return copy(pageUrl.map(PageUrl::withoutQuery), recovered);
  }

  RunError withRecovered(boolean now) {
    return now == recovered ? this : copy(pageUrl, now);
  }

  private RunError copy(Optional<PageUrl> itsPageUrl, boolean isRecovered) {
    return new RunError(
        id,
        message,
        timestamp,
        itsPageUrl,
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
        isRecovered,
        otherFields);
  }

  /** {@return a builder of an error about which nothing is known yet} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return what to do about it, from its classification; ask a person if there is none} */
  public Advice advice() {
    return classification.map(Classification::advice).orElse(Advice.ASK_A_PERSON);
  }

  /** {@return id, classification and fate; the texts may quote what must not be logged} */
  @Override
  public String toString() {
    return "RunError[id=%s, classification=%s, recovered=%s]"
        .formatted(
            id.map(ErrorId::toString).orElse("none"),
            classification.map(Classification::toString).orElse("none"),
            recovered);
  }

  /** Builds an error. Not thread-safe. */
  public static final class Builder {
    private @Nullable ErrorId id;
    private @Nullable String message;
    private @Nullable Timestamp timestamp;
    private @Nullable PageUrl pageUrl;
    private @Nullable ErrorCode code;
    private @Nullable ActionType actionType;
    private @Nullable String actionName;
    private @Nullable String originalError;
    private @Nullable Classification classification;
    private @Nullable NodeId nodeId;
    private @Nullable JsonText inputRecovery;
    private @Nullable JsonText passwordUpdateRecovery;
    private @Nullable String prompt;
    private @Nullable String model;
    private Map<String, JsonText> otherFields = Map.of();

    private Builder() {}

    /**
     * Sets {@link RunError#id}.
     *
     * @param value names it
     * @return this builder
     */
    public Builder id(ErrorId value) {
      this.id = value;
      return this;
    }

    /**
     * Sets {@link RunError#message}.
     *
     * @param value the agent's analysis in prose
     * @return this builder
     */
    public Builder message(String value) {
      this.message = value;
      return this;
    }

    /**
     * Sets {@link RunError#timestamp}.
     *
     * @param value when it happened
     * @return this builder
     */
    public Builder timestamp(Timestamp value) {
      this.timestamp = value;
      return this;
    }

    /**
     * Sets {@link RunError#pageUrl}.
     *
     * @param value the page the agent was on
     * @return this builder
     */
    public Builder pageUrl(PageUrl value) {
      this.pageUrl = value;
      return this;
    }

    /**
     * Sets {@link RunError#code}.
     *
     * @param value the workspace's own code for it
     * @return this builder
     */
    public Builder code(ErrorCode value) {
      this.code = value;
      return this;
    }

    /**
     * Sets {@link RunError#actionType}.
     *
     * @param value what the agent was doing
     * @return this builder
     */
    public Builder actionType(ActionType value) {
      this.actionType = value;
      return this;
    }

    /**
     * Sets {@link RunError#actionName}.
     *
     * @param value what the agent was doing, as it is displayed
     * @return this builder
     */
    public Builder actionName(String value) {
      this.actionName = value;
      return this;
    }

    /**
     * Sets {@link RunError#originalError}.
     *
     * @param value the raw text of the failure, before any analysis
     * @return this builder
     */
    public Builder originalError(String value) {
      this.originalError = value;
      return this;
    }

    /**
     * Sets {@link RunError#classification}.
     *
     * @param value what the AI made of it
     * @return this builder
     */
    public Builder classification(Classification value) {
      this.classification = value;
      return this;
    }

    /**
     * Sets {@link RunError#nodeId}.
     *
     * @param value the workflow node it happened in
     * @return this builder
     */
    public Builder nodeId(NodeId value) {
      this.nodeId = value;
      return this;
    }

    /**
     * Sets {@link RunError#inputRecovery}.
     *
     * @param value how the agent changed the input to get past it
     * @return this builder
     */
    public Builder inputRecovery(JsonText value) {
      this.inputRecovery = value;
      return this;
    }

    /**
     * Sets {@link RunError#passwordUpdateRecovery}.
     *
     * @param value how the agent changed a password to get past it
     * @return this builder
     */
    public Builder passwordUpdateRecovery(JsonText value) {
      this.passwordUpdateRecovery = value;
      return this;
    }

    /**
     * Sets {@link RunError#prompt}.
     *
     * @param value the instruction the agent followed
     * @return this builder
     */
    public Builder prompt(String value) {
      this.prompt = value;
      return this;
    }

    /**
     * Sets {@link RunError#model}.
     *
     * @param value the language model that analysed it
     * @return this builder
     */
    public Builder model(String value) {
      this.model = value;
      return this;
    }

    /**
     * Sets {@link RunError#otherFields}.
     *
     * @param value what was sent besides, by the platform's names
     * @return this builder
     */
    public Builder otherFields(Map<String, JsonText> value) {
      this.otherFields = value;
      return this;
    }

    /** {@return the error, not recovered until it is part of results that list it as such} */
    public RunError build() {
      return new RunError(
          Optional.ofNullable(id),
          Optional.ofNullable(message),
          Optional.ofNullable(timestamp),
          Optional.ofNullable(pageUrl),
          Optional.ofNullable(code),
          Optional.ofNullable(actionType),
          Optional.ofNullable(actionName),
          Optional.ofNullable(originalError),
          Optional.ofNullable(classification),
          Optional.ofNullable(nodeId),
          Optional.ofNullable(inputRecovery),
          Optional.ofNullable(passwordUpdateRecovery),
          Optional.ofNullable(prompt),
          Optional.ofNullable(model),
          false,
          otherFields);
    }
  }
}
