package io.cloudcruise.jackson;

import io.cloudcruise.core.model.Classification;
import io.cloudcruise.core.model.ErrorCategory;
import io.cloudcruise.core.model.ErrorId;
import io.cloudcruise.core.model.ErrorSubType;
import io.cloudcruise.core.model.PageUrl;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.Timestamp;
import io.cloudcruise.core.port.Drift;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one element of {@code errors}. */
final class ErrorReader {
  private final Fields fields;
  private final boolean ours;
  private final RunError.Builder error = RunError.builder();
  private @Nullable ErrorCategory category;
  private @Nullable ErrorSubType subType;
  private @Nullable String description;

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
      case FieldNames.ERROR_ID -> error.id(Fields.typed(fields.requiredString(), ErrorId::new));
      case FieldNames.MESSAGE -> error.message(fields.optionalString());
      case FieldNames.CREATED_AT -> error.timestamp(fields.optionalString(Timestamp::new));
      case FieldNames.FULL_URL -> error.pageUrl(fields.optionalString(PageUrl::new));
      case FieldNames.ERROR_CODE -> error.code(fields.optionalString());
      case FieldNames.ACTION_TYPE -> error.actionType(fields.optionalString());
      case FieldNames.ACTION_DISPLAY_NAME -> error.actionName(fields.optionalString());
      case FieldNames.ORIGINAL_ERROR -> error.originalError(fields.optionalString());
      case FieldNames.CATEGORY -> category();
      case FieldNames.SUB_TYPE -> subType();
      case FieldNames.DESCRIPTION -> description = fields.optionalString();
      case FieldNames.NODE_ID -> error.nodeId(fields.optionalString());
      case FieldNames.INPUT_RECOVERY -> error.inputRecovery(fields.json());
      case FieldNames.PASSWORD_UPDATE_RECOVERY -> error.passwordUpdateRecovery(fields.json());
      case FieldNames.PROMPT -> error.prompt(fields.optionalString());
      case FieldNames.LLM_MODEL -> error.model(fields.optionalString());
      default -> other();
    }
  }

  private void category() throws IOException {
    category = Fields.typed(fields.requiredString(), ErrorCategory::new);
    if (category != null && category.kind() == ErrorCategory.Kind.UNKNOWN) {
      fields.cursor().drift(Drift.Kind.UNKNOWN_CATEGORY, category.rawValue());
    }
  }

  private void subType() throws IOException {
    subType = Fields.typed(fields.requiredString(), ErrorSubType::new);
    if (subType != null && subType.kind() == ErrorSubType.Kind.UNKNOWN) {
      fields.cursor().drift(Drift.Kind.UNKNOWN_SUB_TYPE, subType.rawValue());
    }
  }

  private void other() throws IOException {
    fields.other(ours ? AddedFields.IN_ERROR : AddedFields.NONE);
  }

  private RunError error() {
    return error.classification(classification()).otherFields(fields.others()).build();
  }

  private @Nullable Classification classification() {
    boolean none = category == null && subType == null && description == null;
    return none
        ? null
        : Classification.builder()
            .category(category)
            .subType(subType)
            .description(description)
            .build();
  }
}
