package io.cloudcruise.jackson;

import io.cloudcruise.core.model.ActionType;
import io.cloudcruise.core.model.Classification;
import io.cloudcruise.core.model.ErrorCategory;
import io.cloudcruise.core.model.ErrorCode;
import io.cloudcruise.core.model.ErrorId;
import io.cloudcruise.core.model.ErrorSubType;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.NodeId;
import io.cloudcruise.core.model.PageUrl;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.Timestamp;
import io.cloudcruise.core.port.Drift;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one element of {@code errors}. */
final class ErrorReader {
  private final Fields fields;
  private final boolean ours;
  private @Nullable String id;
  private @Nullable String message;
  private @Nullable String createdAt;
  private @Nullable String fullUrl;
  private @Nullable String code;
  private @Nullable String actionType;
  private @Nullable String actionName;
  private @Nullable String originalError;
  private @Nullable String category;
  private @Nullable String subType;
  private @Nullable String description;
  private @Nullable String nodeId;
  private @Nullable JsonText inputRecovery;
  private @Nullable JsonText passwordUpdateRecovery;
  private @Nullable String prompt;
  private @Nullable String model;

  private ErrorReader(JsonCursor cursor, boolean ours) {
    this.fields = new Fields(cursor);
    this.ours = ours;
  }

  /**
   * Reads the error at the cursor.
   *
   * @param ours whether it was written by {@link RunResultsJson}, which adds two fields
   */
  static RunError read(JsonCursor cursor, boolean ours) throws IOException {
    ErrorReader reader = new ErrorReader(cursor, ours);
    while (reader.fields.next()) {
      reader.field();
    }
    return reader.error();
  }

  private void field() throws IOException {
    switch (fields.name()) {
      case FieldNames.ERROR_ID -> id = fields.word();
      case FieldNames.MESSAGE -> message = fields.text();
      case FieldNames.CREATED_AT -> createdAt = fields.text();
      case FieldNames.FULL_URL -> fullUrl = fields.text();
      case FieldNames.ERROR_CODE -> code = fields.text();
      case FieldNames.ACTION_TYPE -> actionType = fields.text();
      case FieldNames.ACTION_DISPLAY_NAME -> actionName = fields.text();
      case FieldNames.ORIGINAL_ERROR -> originalError = fields.text();
      case FieldNames.CATEGORY -> category();
      case FieldNames.SUB_TYPE -> subType();
      case FieldNames.DESCRIPTION -> description = fields.text();
      case FieldNames.NODE_ID -> nodeId = fields.text();
      case FieldNames.INPUT_RECOVERY -> inputRecovery = fields.json();
      case FieldNames.PASSWORD_UPDATE_RECOVERY -> passwordUpdateRecovery = fields.json();
      case FieldNames.PROMPT -> prompt = fields.text();
      case FieldNames.LLM_MODEL -> model = fields.text();
      default -> other();
    }
  }

  private void category() throws IOException {
    category = fields.word();
    if (category != null && new ErrorCategory(category).kind() == ErrorCategory.Kind.UNKNOWN) {
      fields.cursor().drift(Drift.Kind.UNKNOWN_CATEGORY, category);
    }
  }

  private void subType() throws IOException {
    subType = fields.word();
    if (subType != null && new ErrorSubType(subType).kind() == ErrorSubType.Kind.UNKNOWN) {
      fields.cursor().drift(Drift.Kind.UNKNOWN_SUB_TYPE, subType);
    }
  }

  private void other() throws IOException {
    fields.other(ours ? AddedFields.IN_ERROR : AddedFields.NONE);
  }

  private RunError error() {
    return new RunError(
        optional(id, ErrorId::new),
        Optional.ofNullable(message),
        optional(createdAt, Timestamp::new),
        optional(fullUrl, PageUrl::new),
        optional(code, ErrorCode::new),
        optional(actionType, ActionType::new),
        Optional.ofNullable(actionName),
        Optional.ofNullable(originalError),
        classification(),
        optional(nodeId, NodeId::new),
        Optional.ofNullable(inputRecovery),
        Optional.ofNullable(passwordUpdateRecovery),
        Optional.ofNullable(prompt),
        Optional.ofNullable(model),
        false,
        fields.others());
  }

  private Optional<Classification> classification() {
    boolean none = category == null && subType == null && description == null;
    return none
        ? Optional.empty()
        : Optional.of(
            new Classification(
                optional(category, ErrorCategory::new),
                optional(subType, ErrorSubType::new),
                Optional.ofNullable(description)));
  }

  private static <T> Optional<T> optional(@Nullable String text, Function<String, T> type) {
    return text == null ? Optional.empty() : Optional.of(type.apply(text));
  }
}
