package io.cloudcruise.benchmarks;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;

/** What somebody writes who has Jackson and no library: the fields as they come, not checked. */
@NullUnmarked
record WireRun(
    String sessionId,
    String status,
    String workflowId,
    Map<String, JsonNode> inputVariables,
    Map<String, JsonNode> vaultEntries,
    List<String> encryptedVariables,
    Long sessionRetries,
    JsonNode data,
    List<Video> videoUrls,
    List<Attachment> fileUrls,
    List<Picture> screenshotUrls,
    List<Failure> errors,
    Boolean wasRecovered,
    List<String> recoveredErrorIds) {
  static JsonMapper mapper() {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .build();
  }

  record Video(
      String timestamp,
      String sessionId,
      String signedScreenRecordingUrl,
      String signedScreenRecordingUrlExpires) {}

  record Attachment(
      String signedFileUrl,
      String fileName,
      String timestamp,
      String signedFileUrlExpires,
      JsonNode metadata) {}

  record Picture(
      String signedScreenshotUrl,
      String nodeDisplayName,
      String timestamp,
      String signedScreenshotUrlExpires,
      Boolean errorScreenshot,
      Boolean fullLengthScreenshot,
      Long retryIndex) {}

  record Failure(
      String message,
      String errorId,
      String fullUrl,
      String llmErrorDescription,
      String createdAt,
      String errorCode,
      String actionType,
      String actionDisplayName,
      String originalError,
      String llmErrorCategory,
      String llmErrorSubType) {}
}
