package io.cloudcruise.reliability.faults;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudcruise.rigs.RawResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Every other JSON kind at every path of a response that has all there is. */
final class KindFaults {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode WHOLE = whole();
  private static final List<JsonNode> KINDS =
      Stream.of("\"canary\"", "271828", "true", "{\"canary\":1}", "[\"canary\"]")
          .map(KindFaults::parsed)
          .toList();

  /** Where something depends on the value: see "What is strict" in the architecture. */
  private static final Pattern STRICT =
      Pattern.compile(
          "|/session_id|/status|/input_variables|/encrypted_variables(/0)?|/vault_entries(/PORTAL)?"
              + "|/(video_urls|file_urls|screenshot_urls|errors)(/0)?"
              + "|/errors/0/(error_id|llm_error_category|llm_error_sub_type)"
              + "|/was_recovered|/recovered_error_ids(/0)?");

  private KindFaults() {}

  static Stream<Row> rows() {
    return paths(JsonPointer.empty(), WHOLE).map(KindFaults::row);
  }

  private static Stream<JsonPointer> paths(JsonPointer path, JsonNode node) {
    Stream<JsonPointer> below =
        node.isArray()
            ? IntStream.range(0, node.size())
                .boxed()
                .flatMap(i -> paths(path.appendIndex(i), node.get(i)))
            : node.properties().stream()
                .flatMap(field -> paths(path.appendProperty(field.getKey()), field.getValue()));
    return Stream.concat(Stream.of(path), below);
  }

  private static Row row(JsonPointer path) {
    boolean strict = STRICT.matcher(path.toString()).matches();
    return new Row(
        "kinds",
        path.length() == 0 ? "the whole response" : "`" + path + "`",
        strict ? RunEndings.VIOLATION : RunEndings.RESULTS,
        within -> observe(path, within));
  }

  private static Observed observe(JsonPointer path, Within within) throws Exception {
    List<Observed> all = new ArrayList<>();
    for (JsonNode kind : KINDS) {
      if (kind.getNodeType() != WHOLE.at(path).getNodeType()) {
        all.add(RunTrial.observe(responding(with(path, kind)), within));
      }
    }
    Observed first = all.get(0);
    String endings =
        all.stream().map(Observed::ending).distinct().collect(Collectors.joining(" or "));
    int requests = all.stream().mapToInt(Observed::requests).max().orElseThrow();
    return new Observed(endings, first.took(), requests, first.again());
  }

  private static Trouble.Source responding(JsonNode response) {
    return Trouble.responding(RawResponse.status(200).body(response.toString()));
  }

  private static JsonNode with(JsonPointer path, JsonNode value) {
    if (path.length() == 0) {
      return value;
    }
    JsonNode copy = WHOLE.deepCopy();
    JsonNode parent = copy.at(path.head());
    JsonPointer last = path.last();
    if (parent instanceof ArrayNode list) {
      list.set(last.getMatchingIndex(), value);
    } else {
      ((ObjectNode) parent).set(last.getMatchingProperty(), value);
    }
    return copy;
  }

  private static JsonNode whole() {
    try (InputStream in = KindFaults.class.getResourceAsStream("whole-answer.json")) {
      return JSON.readTree(Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
