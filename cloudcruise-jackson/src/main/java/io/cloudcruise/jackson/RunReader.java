package io.cloudcruise.jackson;

import io.cloudcruise.core.model.ErrorId;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.Recording;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.Screenshot;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.VaultEntry;
import io.cloudcruise.core.model.WorkflowId;
import io.cloudcruise.core.port.Drift;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the response as a whole. */
final class RunReader {
  private final Fields fields;
  private final boolean saved;

  /** Whether this library wrote the document, which is what its first field says. */
  private boolean ours;

  private final PlainJson json;
  private @Nullable String sessionId;
  private @Nullable String status;
  private @Nullable String workflowId;
  private Map<String, JsonText> inputs = Map.of();
  private List<String> secretInputs = List.of();
  private Map<String, VaultEntry> vaultEntries = Map.of();
  private @Nullable Long retries;
  private @Nullable JsonText output;
  private List<Screenshot> screenshots = List.of();
  private List<Recording> recordings = List.of();
  private List<RunFile> files = List.of();
  private List<RunError> errors = List.of();
  private @Nullable Boolean recoveryFlag;
  private List<ErrorId> recoveredErrorIds = List.of();

  private RunReader(JsonCursor cursor, boolean saved, PlainJson json) {
    this.fields = new Fields(cursor);
    this.saved = saved;
    this.json = json;
  }

  /**
   * Reads the results at the cursor.
   *
   * @param saved whether they were read from a saved document, which this library may have written
   * @param json reads the values of inputs
   */
  static RunResults read(JsonCursor cursor, boolean saved, PlainJson json) throws IOException {
    RunReader reader = new RunReader(cursor, saved, json);
    while (reader.fields.next()) {
      reader.field();
    }
    return reader.results();
  }

  private void field() throws IOException {
    switch (fields.name()) {
      case FieldNames.SESSION_ID -> sessionId = fields.requiredString();
      case FieldNames.STATUS -> status();
      case FieldNames.WORKFLOW_ID -> workflowId = fields.optionalString();
      case FieldNames.INPUT_VARIABLES -> inputs = inputs();
      case FieldNames.ENCRYPTED_VARIABLES -> secretInputs = fields.list(JsonCursor::word);
      case FieldNames.VAULT_ENTRIES -> vaultEntries = vaultEntries();
      case FieldNames.SESSION_RETRIES -> retries = fields.optionalLong();
      case FieldNames.DATA -> output = fields.json();
      case FieldNames.SCREENSHOT_URLS -> screenshots = fields.list(ScreenshotReader::read);
      case FieldNames.VIDEO_URLS -> recordings = fields.list(RecordingReader::read);
      case FieldNames.FILE_URLS -> files = fields.list(FileReader::read);
      case FieldNames.ERRORS -> errors = fields.list(cursor -> ErrorReader.read(cursor, ours));
      case FieldNames.WAS_RECOVERED -> recoveryFlag = fields.requiredBoolean();
      case FieldNames.WRITTEN_BY -> mark();
      case FieldNames.RECOVERED_ERROR_IDS ->
          recoveredErrorIds = fields.list(cursor -> new ErrorId(cursor.word()));
      default -> other();
    }
  }

  private void status() throws IOException {
    status = fields.requiredString();
    if (status != null && StatusWords.read(status).kind() == RunStatus.Kind.UNKNOWN) {
      fields.cursor().drift(Drift.Kind.UNKNOWN_STATUS, status);
    }
  }

  private Map<String, JsonText> inputs() throws IOException {
    return entries(Fields::cut);
  }

  private Map<String, VaultEntry> vaultEntries() throws IOException {
    return entries(VaultEntryReader::read);
  }

  private <V> Map<String, V> entries(Entry<V> entry) throws IOException {
    Fields object = fields.object();
    if (object == null) {
      return Map.of();
    }
    Map<String, V> entries = new LinkedHashMap<>();
    while (object.next()) {
      entries.put(object.name(), entry.read(object));
    }
    fields.keepIfEmpty(entries.isEmpty(), "{}");
    return entries;
  }

  private void mark() throws IOException {
    if (saved && fields.isText() && fields.cursor().text().equals(FieldNames.WRITER)) {
      ours = true;
    } else {
      fields.unknown();
    }
  }

  private void other() throws IOException {
    fields.other(ours ? AddedFields.IN_RUN : AddedFields.NONE);
  }

  private RunResults results() {
    return RunResults.builder(session(), StatusWords.read(required(FieldNames.STATUS, status)))
        .workflowId(Fields.typed(workflowId, WorkflowId::new))
        .inputs(new InputsReader(secretInputs, vaultEntries.keySet(), json).read(inputs))
        .secretInputs(secretInputs)
        .vaultEntries(vaultEntries)
        .retries(retries)
        .output(output)
        .screenshots(screenshots)
        .recordings(recordings)
        .files(files)
        .errors(errors)
        .recoveryFlag(recoveryFlag)
        .recoveredErrorIds(recoveredErrorIds)
        .otherFields(fields.others())
        .build();
  }

  private SessionId session() {
    String text = required(FieldNames.SESSION_ID, sessionId);
    if (!SessionId.isValid(text)) {
      throw fields.cursor().violationAt(FieldNames.SESSION_ID, "a session id", "another string");
    }
    return new SessionId(text);
  }

  private String required(String field, @Nullable String value) {
    if (value == null) {
      boolean sentAsNull = fields.others().containsKey(field);
      throw fields.cursor().violationAt(field, "a string", sentAsNull ? "null" : "nothing");
    }
    return value;
  }

  /** Reads the value of one entry of an object. */
  private interface Entry<V> {
    V read(Fields entry) throws IOException;
  }
}
