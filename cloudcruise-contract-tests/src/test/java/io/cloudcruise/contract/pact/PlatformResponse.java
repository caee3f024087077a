package io.cloudcruise.contract.pact;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A response that was fetched, or changed since, as Pact and the adapter are given it. */
record PlatformResponse(int status, Map<String, String> headers, JsonNode body) {
  private static final List<String> OF_THE_CONNECTION =
      List.of(":status", "connection", "content-length", "date");

  /** Numbers stay as they are written: 1250.00 is not 1250.0. */
  static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  static PlatformResponse fetch(HttpClient client, URI url, String key)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Accept", "application/json")
            .header("cc-key", key)
            .timeout(Duration.ofSeconds(30))
            .build();
    java.net.http.HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
    Map<String, String> headers = new TreeMap<>();
    response.headers().map().forEach((name, values) -> headers.put(name, String.join(",", values)));
    headers.keySet().removeAll(OF_THE_CONNECTION);
    return new PlatformResponse(response.statusCode(), headers, parse(response.body()));
  }

  /**
   * Whatever is no JSON is left out: an error response may come from a proxy, and its text may say
   * much.
   */
  private static JsonNode parse(byte[] body) throws IOException {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException noJson) {
      return MissingNode.getInstance();
    }
  }

  /** Leaves of each list as many elements as the example shows, one at least. */
  PlatformResponse cutTo(JsonNode example) {
    return with(cut(body, example));
  }

  private static JsonNode cut(JsonNode node, JsonNode example) {
    if (node.isObject()) {
      ObjectNode object = JSON.createObjectNode();
      node.properties()
          .forEach(
              field ->
                  object.set(field.getKey(), cut(field.getValue(), example.path(field.getKey()))));
      return object;
    }
    if (!node.isArray()) {
      return node;
    }
    ArrayNode array = JSON.createArrayNode();
    for (int i = 0; i < node.size() && i < Math.max(1, example.size()); i++) {
      array.add(cut(node.get(i), example.path(i)));
    }
    return array;
  }

  PlatformResponse with(int otherStatus) {
    return new PlatformResponse(otherStatus, headers, body);
  }

  PlatformResponse with(JsonNode otherBody) {
    return new PlatformResponse(status, headers, otherBody);
  }

  PlatformResponse without(String header) {
    Map<String, String> others = new LinkedHashMap<>(headers);
    others.remove(header);
    return new PlatformResponse(status, others, body);
  }

  HttpResponse toPact() {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return new HttpResponse(status, lists, OptionalBody.body(text(), ContentType.getJSON()));
  }

  Response toFeign(Request request) {
    Map<String, Collection<String>> lists = new LinkedHashMap<>();
    headers.forEach((name, value) -> lists.put(name, List.of(value)));
    return Response.builder()
        .request(request)
        .status(status)
        .headers(lists)
        .body(text(), StandardCharsets.UTF_8)
        .build();
  }

  private String text() {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
