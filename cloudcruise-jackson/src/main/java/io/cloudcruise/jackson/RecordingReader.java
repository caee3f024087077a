package io.cloudcruise.jackson;

import io.cloudcruise.core.model.Recording;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.Timestamp;
import java.io.IOException;

/** Reads one element of {@code video_urls}. */
final class RecordingReader {
  private final Fields fields;
  private final SignedUrlParts url = new SignedUrlParts(FieldNames.RECORDING_EXPIRES);
  private final Recording.Builder recording = Recording.builder();

  private RecordingReader(JsonCursor cursor) {
    this.fields = new Fields(cursor);
  }

  static Recording read(JsonCursor cursor) throws IOException {
    RecordingReader reader = new RecordingReader(cursor);
    while (reader.fields.next()) {
      reader.field();
    }
    return reader.recording();
  }

  private void field() throws IOException {
    switch (fields.name()) {
      case FieldNames.RECORDING_URL -> url.url = fields.optionalString();
      case FieldNames.RECORDING_EXPIRES -> url.expires = fields.optionalString();
      case FieldNames.TIMESTAMP -> recording.timestamp(fields.optionalString(Timestamp::new));
      case FieldNames.SESSION_ID -> session();
      default -> fields.unknown();
    }
  }

  private void session() throws IOException {
    String text = fields.optionalString();
    if (text != null && SessionId.isValid(text)) {
      recording.session(new SessionId(text));
    } else if (text != null) {
      fields.keepText(FieldNames.SESSION_ID, text);
    }
  }

  private Recording recording() {
    return recording.url(url.join(fields)).otherFields(fields.others()).build();
  }
}
