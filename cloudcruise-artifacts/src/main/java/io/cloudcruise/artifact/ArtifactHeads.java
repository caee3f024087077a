package io.cloudcruise.artifact;

import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.core.port.ArtifactHead;
import io.cloudcruise.core.port.ArtifactRequest;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what storage says before the bytes, or instead of them. */
final class ArtifactHeads {
  private static final int WHOLE = 200;
  private static final int PART = 206;
  static final int NOTHING_LEFT = 416;
  private static final Pattern CONTENT_RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");
  private static final Pattern NO_RANGE = Pattern.compile("bytes \\*/(\\d{1,18})");

  private ArtifactHeads() {}

  static ArtifactHead read(ArtifactRequest request, HttpResponse<?> response) {
    HttpHeaders headers = response.headers();
    ArtifactHead head =
        switch (response.statusCode()) {
          case WHOLE -> whole(headers);
          case PART -> part(request, headers);
          case NOTHING_LEFT -> nothingLeft(request, headers);
          default -> throw failure(request.url(), response.statusCode());
        };
    if (head.size().orElse(0) > request.maxBytes()) {
      throw tooLarge(request);
    }
    return head;
  }

  private static OptionalLong length(HttpHeaders headers) {
    return headers
        .firstValue("Content-Length")
        .filter(length -> LENGTH.matcher(length).matches())
        .map(length -> OptionalLong.of(Long.parseLong(length)))
        .orElse(OptionalLong.empty());
  }

  static ArtifactException tooLarge(ArtifactRequest request) {
    return new ArtifactException(
        Reason.TOO_LARGE, request.url(), "more than " + request.maxBytes() + " bytes", null);
  }

  private static ArtifactHead part(ArtifactRequest request, HttpHeaders headers) {
    Matcher range = CONTENT_RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
    if (!range.matches() || Long.parseLong(range.group(1)) != request.from()) {
      throw unexpected(request.url(), "another part than was asked for", PART);
    }
    String size = range.group(2);
    return rest(
        request,
        size.equals("*") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(size)),
        headers,
        PART);
  }

  /** Storage had not said how much there is, and it turns out that all had come. */
  private static ArtifactHead nothingLeft(ArtifactRequest request, HttpHeaders headers) {
    Matcher range = NO_RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
    if (request.from() == 0
        || !range.matches()
        || Long.parseLong(range.group(1)) != request.from()) {
      throw unexpected(request.url(), "it does not have what was asked for", NOTHING_LEFT);
    }
    return rest(request, OptionalLong.of(request.from()), headers, NOTHING_LEFT);
  }

  /** Of the version asked for, since that was the condition; storage need not say so again. */
  private static ArtifactHead rest(
      ArtifactRequest request, OptionalLong size, HttpHeaders headers, int status) {
    if (request.version().filter(asked -> isAnother(asked, headers)).isPresent()) {
      throw unexpected(request.url(), "a part of another version", status);
    }
    Optional<String> version = request.version().or(() -> version(headers));
    return head(size, version, headers).from(request.from()).build();
  }

  private static boolean isAnother(String asked, HttpHeaders headers) {
    String field = asked.startsWith("\"") ? "ETag" : "Last-Modified";
    return headers.firstValue(field).filter(stated -> !stated.equals(asked)).isPresent();
  }

  private static ArtifactHead whole(HttpHeaders headers) {
    return head(length(headers), version(headers), headers).build();
  }

  private static ArtifactHead.Builder head(
      OptionalLong size, Optional<String> version, HttpHeaders headers) {
    return ArtifactHead.builder()
        .size(size.isPresent() ? size.getAsLong() : null)
        .version(version.orElse(null))
        .mediaType(headers.firstValue("Content-Type").orElse(null));
  }

  /** A weak tag says that two contents are alike, not that they are the same. */
  private static Optional<String> version(HttpHeaders headers) {
    return headers
        .firstValue("ETag")
        .filter(tag -> tag.startsWith("\""))
        .or(() -> headers.firstValue("Last-Modified"));
  }

  /** Some storage answers 400 when a signature has expired, and 410 when it is gone for good. */
  private static ArtifactException failure(SignedUrl url, int status) {
    return switch (status) {
      case 400, 401, 403, 404, 410 -> new ArtifactException(Reason.REFUSED, url, "", status);
      case 408, 421, 425, 429 -> new ArtifactException(Reason.UNREACHABLE, url, "", status);
      default ->
          status >= 500
              ? new ArtifactException(Reason.UNREACHABLE, url, "", status)
              : unexpected(url, "neither the artifact nor an error response", status);
    };
  }

  private static ArtifactException unexpected(SignedUrl url, String what, int status) {
    return new ArtifactException(Reason.UNEXPECTED, url, what, status);
  }
}
