package io.cloudcruise.jackson;

import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.Timestamp;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one element of {@code file_urls}. */
final class FileReader {
  private final Fields fields;
  private final SignedUrlParts url = new SignedUrlParts(FieldNames.FILE_EXPIRES);
  private @Nullable String timestamp;
  private @Nullable String name;
  private @Nullable JsonText metadata;

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
      case FieldNames.FILE_URL -> url.url = fields.text();
      case FieldNames.FILE_EXPIRES -> url.expires = fields.text();
      case FieldNames.TIMESTAMP -> timestamp = fields.text();
      case FieldNames.FILE_NAME -> name = fields.text();
      case FieldNames.METADATA -> metadata = fields.json();
      default -> fields.unknown();
    }
  }

  private RunFile file() {
    return new RunFile(
        url.join(fields),
        Optional.ofNullable(timestamp).map(Timestamp::new),
        Optional.ofNullable(name),
        Optional.ofNullable(metadata),
        fields.others());
  }
}
