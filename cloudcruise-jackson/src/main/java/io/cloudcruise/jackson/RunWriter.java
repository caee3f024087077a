package io.cloudcruise.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import io.cloudcruise.core.model.Classification;
import io.cloudcruise.core.model.ErrorCategory;
import io.cloudcruise.core.model.ErrorId;
import io.cloudcruise.core.model.ErrorSubType;
import io.cloudcruise.core.model.InputVariable;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.PageUrl;
import io.cloudcruise.core.model.Recording;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.RunOutcome;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.Screenshot;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.model.Timestamp;
import io.cloudcruise.core.model.VaultEntry;
import io.cloudcruise.core.model.WorkflowId;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes results under the API's own names, secrets masked. What came empty or null is among the
 * other fields, so it is written as it came.
 */
final class RunWriter {
  private final JsonGenerator json;
  private final Function<Secret, String> shown;

  /**
   * Writes to a generator.
   *
   * @param shown what stands in place of a secret
   */
  RunWriter(JsonGenerator json, Function<Secret, String> shown) {
    this.json = json;
    this.shown = shown;
  }

  void write(RunResults results) throws IOException {
    json.writeStartObject();
    json.writeStringField(FieldNames.WRITTEN_BY, FieldNames.WRITER);
    json.writeStringField(FieldNames.SESSION_ID, results.sessionId().value());
    json.writeStringField(FieldNames.STATUS, StatusWords.write(results.status()));
    text(FieldNames.WORKFLOW_ID, results.workflowId().map(WorkflowId::value));
    object(FieldNames.INPUT_VARIABLES, results.inputs(), this::input);
    object(FieldNames.VAULT_ENTRIES, results.vaultEntries(), this::vaultEntry);
    array(FieldNames.ENCRYPTED_VARIABLES, results.secretInputs(), json::writeString);
    number(FieldNames.SESSION_RETRIES, results.retries());
    raw(FieldNames.DATA, results.output());
    array(FieldNames.VIDEO_URLS, results.recordings(), this::recording);
    array(FieldNames.FILE_URLS, results.files(), this::file);
    array(FieldNames.SCREENSHOT_URLS, results.screenshots(), this::screenshot);
    array(FieldNames.ERRORS, results.errors(), this::error);
    flag(FieldNames.WAS_RECOVERED, results.recoveryFlag());
    array(
        FieldNames.RECOVERED_ERROR_IDS,
        results.recoveredErrorIds(),
        id -> json.writeString(id.value()));
    others(results.otherFields(), AddedFields.IN_RUN);
    json.writeStringField(FieldNames.OUTCOME, word(results.outcome()));
    json.writeEndObject();
  }

  private static String word(RunOutcome outcome) {
    return outcome.fold(
        succeeded -> "succeeded", failed -> "failed", stopped -> "stopped", other -> "unfinished");
  }

  private void input(InputVariable input) throws IOException {
    if (input instanceof InputVariable.PlainValue plain) {
      json.writeRawValue(plain.value().text());
    } else if (input instanceof InputVariable.VaultReference reference && !reference.pooled()) {
      json.writeString(reference.users().get(0));
    } else if (input instanceof InputVariable.VaultReference pool) {
      elements(pool.users(), user -> json.writeString(user));
    } else if (input instanceof InputVariable.SecretValue secret) {
      json.writeString(shown.apply(secret.value()));
    }
  }

  private void vaultEntry(VaultEntry entry) throws IOException {
    Map<String, JsonText> others = entry.otherFields();
    JsonText whole = others.get(VaultEntry.WHOLE);
    if (whole != null && isAll(entry)) {
      json.writeRawValue(whole.text());
      return;
    }
    json.writeStartObject();
    if (!sentAs(others.get(FieldNames.USER_ID), entry.userId())) {
      text(FieldNames.PERMISSIONED_USER_ID, entry.userId());
    }
    if (!sentAs(others.get(FieldNames.ALIAS), entry.label())) {
      text(FieldNames.USER_ALIAS, entry.label());
    }
    text(FieldNames.DOMAIN, entry.domain());
    for (Map.Entry<String, Secret> secret : entry.secrets().entrySet()) {
      json.writeStringField(secret.getKey(), shown.apply(secret.getValue()));
    }
    others(others, AddedFields.NONE);
    json.writeEndObject();
  }

  /** Whether one other field is all: a field that has no name may also be one of several. */
  private static boolean isAll(VaultEntry entry) {
    return entry.otherFields().size() == 1
        && entry.secrets().isEmpty()
        && entry.userId().isEmpty()
        && entry.label().isEmpty()
        && entry.domain().isEmpty();
  }

  /** Whether a value came under another spelling, which is among the other fields. */
  private static boolean sentAs(@Nullable JsonText other, Optional<String> value) {
    return other != null && Objects.equals(other.asPlain(), value.orElse(null));
  }

  private void recording(Recording recording) throws IOException {
    json.writeStartObject();
    text(FieldNames.TIMESTAMP, recording.timestamp().map(Timestamp::text));
    text(FieldNames.SESSION_ID, recording.session().map(SessionId::value));
    signedUrl(FieldNames.RECORDING_URL, FieldNames.RECORDING_EXPIRES, recording.url());
    others(recording.otherFields(), AddedFields.NONE);
    json.writeEndObject();
  }

  private void file(RunFile file) throws IOException {
    json.writeStartObject();
    signedUrl(FieldNames.FILE_URL, FieldNames.FILE_EXPIRES, file.url());
    text(FieldNames.FILE_NAME, file.name());
    text(FieldNames.TIMESTAMP, file.timestamp().map(Timestamp::text));
    raw(FieldNames.METADATA, file.metadata());
    others(file.otherFields(), AddedFields.NONE);
    json.writeEndObject();
  }

  private void screenshot(Screenshot screenshot) throws IOException {
    json.writeStartObject();
    text(FieldNames.SCREENSHOT_ID, screenshot.id());
    signedUrl(FieldNames.SCREENSHOT_URL, FieldNames.SCREENSHOT_EXPIRES, screenshot.url());
    text(FieldNames.NODE_DISPLAY_NAME, screenshot.nodeName());
    text(FieldNames.NODE_ID, screenshot.nodeId());
    text(FieldNames.TIMESTAMP, screenshot.timestamp().map(Timestamp::text));
    flag(FieldNames.ERROR_SCREENSHOT, screenshot.error());
    flag(FieldNames.FULL_LENGTH_SCREENSHOT, screenshot.fullLength());
    number(FieldNames.RETRY_INDEX, screenshot.retryIndex());
    raw(FieldNames.METADATA, screenshot.metadata());
    others(screenshot.otherFields(), AddedFields.NONE);
    json.writeEndObject();
  }

  private void error(RunError error) throws IOException {
    json.writeStartObject();
    text(FieldNames.ERROR_ID, error.id().map(ErrorId::value));
    text(FieldNames.MESSAGE, error.message());
    text(FieldNames.CREATED_AT, error.timestamp().map(Timestamp::text));
    text(FieldNames.FULL_URL, error.pageUrl().map(PageUrl::value));
    text(FieldNames.ERROR_CODE, error.code());
    text(FieldNames.ACTION_TYPE, error.actionType());
    text(FieldNames.ACTION_DISPLAY_NAME, error.actionName());
    text(FieldNames.ORIGINAL_ERROR, error.originalError());
    if (error.classification().isPresent()) {
      classification(error.classification().get());
    }
    text(FieldNames.NODE_ID, error.nodeId());
    raw(FieldNames.INPUT_RECOVERY, error.inputRecovery());
    raw(FieldNames.PASSWORD_UPDATE_RECOVERY, error.passwordUpdateRecovery());
    text(FieldNames.PROMPT, error.prompt());
    text(FieldNames.LLM_MODEL, error.model());
    others(error.otherFields(), AddedFields.IN_ERROR);
    json.writeBooleanField(FieldNames.RECOVERED, error.recovered());
    json.writeStringField(FieldNames.ADVICE, error.advice().name().toLowerCase(Locale.ROOT));
    json.writeEndObject();
  }

  private void classification(Classification classification) throws IOException {
    text(FieldNames.CATEGORY, classification.category().map(ErrorCategory::rawValue));
    text(FieldNames.SUB_TYPE, classification.subType().map(ErrorSubType::rawValue));
    text(FieldNames.DESCRIPTION, classification.description());
  }

  private void signedUrl(String urlField, String expiryField, Optional<SignedUrl> url)
      throws IOException {
    text(urlField, url.map(SignedUrl::reveal));
    text(expiryField, url.flatMap(SignedUrl::expiry).map(Timestamp::text));
  }

  private void text(String field, Optional<String> value) throws IOException {
    if (value.isPresent()) {
      json.writeStringField(field, value.get());
    }
  }

  private void flag(String field, Optional<Boolean> value) throws IOException {
    if (value.isPresent()) {
      json.writeBooleanField(field, value.get());
    }
  }

  private void number(String field, OptionalLong value) throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(field, value.getAsLong());
    }
  }

  private void raw(String field, Optional<JsonText> value) throws IOException {
    if (value.isPresent()) {
      json.writeFieldName(field);
      json.writeRawValue(value.get().text());
    }
  }

  private void others(Map<String, JsonText> others, AddedFields added) throws IOException {
    for (Map.Entry<String, JsonText> other : others.entrySet()) {
      raw(added.escaped(other.getKey()), Optional.of(other.getValue()));
    }
  }

  private <T> void array(String field, List<T> list, Element<T> element) throws IOException {
    if (!list.isEmpty()) {
      json.writeFieldName(field);
      elements(list, element);
    }
  }

  private <T> void elements(List<T> list, Element<T> element) throws IOException {
    json.writeStartArray();
    for (T each : list) {
      element.write(each);
    }
    json.writeEndArray();
  }

  private <T> void object(String field, Map<String, T> map, Element<T> element) throws IOException {
    if (map.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart(field);
    for (Map.Entry<String, T> entry : map.entrySet()) {
      json.writeFieldName(entry.getKey());
      element.write(entry.getValue());
    }
    json.writeEndObject();
  }

  /** Writes one value. */
  private interface Element<T> {
    void write(T value) throws IOException;
  }
}
