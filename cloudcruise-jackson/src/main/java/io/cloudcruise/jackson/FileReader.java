package io.cloudcruise.jackson;

import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.Timestamp;
import java.io.IOException;

/** Reads one element of {@code file_urls}. */
final class FileReader {
  private final Fields fields;
  private final SignedUrlParts url = new SignedUrlParts(FieldNames.FILE_EXPIRES);
  private final RunFile.Builder file = RunFile.builder();

  private FileReader(JsonCursor cursor) {
    this.fields = new Fields(cursor);
  }

  static RunFile read(JsonCursor cursor) throws IOException {
    FileReader reader = new FileReader(cursor);
    while (reader.fields.next()) {
      reader.field();
    }
    return reader.file();
  }

  private void field() throws IOException {
    switch (fields.name()) {
      case FieldNames.FILE_URL -> url.url = fields.optionalString();
      case FieldNames.FILE_EXPIRES -> url.expires = fields.optionalString();
      case FieldNames.TIMESTAMP -> file.timestamp(fields.optionalString(Timestamp::new));
      case FieldNames.FILE_NAME -> file.name(fields.optionalString());
      case FieldNames.METADATA -> file.metadata(fields.json());
      default -> fields.unknown();
    }
  }

  private RunFile file() {
    return file.url(url.join(fields)).otherFields(fields.others()).build();
  }
}
