package io.cloudcruise.jackson;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cloudcruise.core.model.RunResults;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What is written, as a tree of Jackson's own: strict, and exact to the last zero. */
final class WrittenTree {
  private static final RunResultsJson JSON = RunResultsJson.create();
  private static final JsonMapper TREES =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private WrittenTree() {}

  static ObjectNode tree(byte[] json) {
    try {
      return (ObjectNode) TREES.readTree(json);
    } catch (IOException malformed) {
      throw new AssertionError(malformed);
    }
  }

  static ObjectNode written(RunResults results) {
    return tree(JSON.write(results).getBytes(StandardCharsets.UTF_8));
  }
}
