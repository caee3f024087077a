package io.cloudcruise.jackson;

import io.cloudcruise.core.model.Screenshot;
import io.cloudcruise.core.model.Timestamp;
import java.io.IOException;

/** Reads one element of {@code screenshot_urls}. */
final class ScreenshotReader {
  private final Fields fields;
  private final SignedUrlParts url = new SignedUrlParts(FieldNames.SCREENSHOT_EXPIRES);
  private final Screenshot.Builder screenshot = Screenshot.builder();

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
      case FieldNames.SCREENSHOT_URL -> url.url = fields.optionalString();
      case FieldNames.SCREENSHOT_EXPIRES -> url.expires = fields.optionalString();
      case FieldNames.TIMESTAMP -> screenshot.timestamp(fields.optionalString(Timestamp::new));
      case FieldNames.NODE_DISPLAY_NAME -> screenshot.nodeName(fields.optionalString());
      case FieldNames.ERROR_SCREENSHOT -> screenshot.error(fields.optionalBoolean());
      case FieldNames.FULL_LENGTH_SCREENSHOT -> screenshot.fullLength(fields.optionalBoolean());
      case FieldNames.RETRY_INDEX -> screenshot.retryIndex(fields.optionalLong());
      case FieldNames.NODE_ID -> screenshot.nodeId(fields.optionalString());
      case FieldNames.SCREENSHOT_ID -> screenshot.id(fields.optionalString());
      case FieldNames.METADATA -> screenshot.metadata(fields.json());
      default -> fields.unknown();
    }
  }

  private Screenshot screenshot() {
    return screenshot.url(url.join(fields)).otherFields(fields.others()).build();
  }
}
