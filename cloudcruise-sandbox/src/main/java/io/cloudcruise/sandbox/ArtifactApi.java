package io.cloudcruise.sandbox;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers requests for artifacts, which their URL alone authorises. */
final class ArtifactApi {

  private static final Pattern QUERY = Pattern.compile("token=(\\w+)&expires=(-?\\d{1,15})");

  private final ArtifactUrls urls;
  private final Clock clock;

  ArtifactApi(ArtifactUrls urls, Clock clock) {
    this.urls = urls;
    this.clock = clock;
  }

  Response response(URI uri, Headers headers) {
    if (headers.containsKey(RunApi.KEY_HEADER)) {
      // The real storage is another party's: a key that arrives here would have leaked.
      return Response.message(400, "Artifacts must be fetched without cc-key");
    }
    return failure(uri).orElseGet(() -> content(uri, headers));
  }

  private Optional<Response> failure(URI uri) {
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    Matcher signed = QUERY.matcher(query);
    if (!signed.matches() || !urls.isGenuine(uri.getPath(), signed.group(2), signed.group(1))) {
      return Optional.of(Response.message(403, "The signature does not match"));
    }
    if (!clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(signed.group(2))))) {
      return Optional.of(Response.message(403, "The URL has expired"));
    }
    return Optional.empty();
  }

  private static Response content(URI uri, Headers headers) {
    String path = uri.getPath();
    return ArtifactContent.named(path.substring(path.lastIndexOf('/') + 1))
        .map(content -> file(content, headers))
        .orElseGet(() -> Response.message(404, "Artifact not found"));
  }

  private static Response file(ArtifactContent content, Headers headers) {
    byte[] bytes = content.source().bytes();
    String tag = EntityTag.of(bytes);
    Map<String, String> description =
        Map.of("Content-Type", content.mediaType(), "Accept-Ranges", "bytes", "ETag", tag);
    Response whole = new Response(200, description, bytes);
    return range(headers, tag)
        .flatMap(range -> ByteRange.parse(range, bytes.length))
        .map(range -> part(whole, range))
        .orElse(whole);
  }

  /**
   * The Range header, unless If-Range says that it was meant for other bytes (RFC 9110, 13.1.5).
   */
  private static Optional<String> range(Headers headers, String tag) {
    String condition = headers.getFirst("If-Range");
    return condition == null || condition.equals(tag)
        ? Optional.ofNullable(headers.getFirst("Range"))
        : Optional.empty();
  }

  private static Response part(Response whole, ByteRange range) {
    byte[] bytes = whole.body();
    if (!range.isSatisfiable()) {
      return Response.message(416, "Range not satisfiable")
          .with(Map.of("Content-Range", "bytes */" + bytes.length));
    }
    String stretch =
        String.format(Locale.ROOT, "bytes %d-%d/%d", range.first(), range.last(), bytes.length);
    byte[] part = Arrays.copyOfRange(bytes, range.first(), range.last() + 1);
    return new Response(206, whole.headers(), part).with(Map.of("Content-Range", stretch));
  }
}
