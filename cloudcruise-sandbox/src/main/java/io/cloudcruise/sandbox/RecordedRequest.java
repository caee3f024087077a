package io.cloudcruise.sandbox;

import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One request as the sandbox received it. Its text form names the headers but prints no value of
 * them and no query string, since a real key may have been sent by mistake.
 *
 * @param method the HTTP method
 * @param uri path and query as sent, without scheme and host
 * @param headers the headers by name, whatever its case; unmodifiable
 */
public record RecordedRequest(String method, URI uri, Map<String, List<String>> headers) {

  /**
   * Describe a request.
   *
   * @param method the HTTP method
   * @param uri path and query as sent
   * @param headers the headers, which are copied
   */
  public RecordedRequest {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(uri, "uri");
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.forEach((name, values) -> copy.put(name, List.copyOf(values)));
    headers = Collections.unmodifiableMap(copy);
  }

  /**
   * Find the first value of a header.
   *
   * @param name the header's name, in any case
   * @return the value, or empty if the header was not sent
   */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  @Override
  public String toString() {
    return method + " " + uri.getRawPath() + " " + headers.keySet();
  }
}
