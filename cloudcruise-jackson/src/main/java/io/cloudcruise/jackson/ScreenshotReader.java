package io.cloudcruise.jackson;

import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.NodeId;
import io.cloudcruise.core.model.Screenshot;
import io.cloudcruise.core.model.ScreenshotId;
import io.cloudcruise.core.model.Timestamp;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads one element of {@code screenshot_urls}. */
final class ScreenshotReader {
  private final Fields fields;
  private final SignedUrlParts url = new SignedUrlParts(FieldNames.SCREENSHOT_EXPIRES);
  private @Nullable String timestamp;
  private @Nullable String nodeName;
  private @Nullable Boolean error;
  private @Nullable Boolean fullLength;
  private OptionalLong retryIndex = OptionalLong.empty();
  private @Nullable String nodeId;
  private @Nullable String id;
  private @Nullable JsonText metadata;

  private ScreenshotReader(JsonCursor cursor) {
    this.fields = new Fields(cursor);
  }

  static Screenshot read(JsonCursor cursor) throws IOException {
    ScreenshotReader reader = new ScreenshotReader(cursor);
    while (reader.fields.next()) {
      reader.field();
    }
    return reader.screenshot();
  }

  private void field() throws IOException {
    switch (fields.name()) {
      case FieldNames.SCREENSHOT_URL -> url.url = fields.text();
      case FieldNames.SCREENSHOT_EXPIRES -> url.expires = fields.text();
      case FieldNames.TIMESTAMP -> timestamp = fields.text();
      case FieldNames.NODE_DISPLAY_NAME -> nodeName = fields.text();
      case FieldNames.ERROR_SCREENSHOT -> error = fields.flag();
      case FieldNames.FULL_LENGTH_SCREENSHOT -> fullLength = fields.flag();
      case FieldNames.RETRY_INDEX -> retryIndex = fields.integer();
      case FieldNames.NODE_ID -> nodeId = fields.text();
      case FieldNames.SCREENSHOT_ID -> id = fields.text();
      case FieldNames.METADATA -> metadata = fields.json();
      default -> fields.unknown();
    }
  }

  private Screenshot screenshot() {
    return new Screenshot(
        url.join(fields),
        Optional.ofNullable(timestamp).map(Timestamp::new),
        Optional.ofNullable(nodeName),
        Optional.ofNullable(error),
        Optional.ofNullable(fullLength),
        retryIndex,
        Optional.ofNullable(nodeId).map(NodeId::new),
        Optional.ofNullable(id).map(ScreenshotId::new),
        Optional.ofNullable(metadata),
        fields.others());
  }
}
