package io.cloudcruise.reliability.supply;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An artifact that somebody gets who uses a module.
 *
 * @param name group and artifact, parted by a colon
 * @param jar the name of its file
 * @param licences their SPDX identifiers, or how it names them itself
 */
record Component(String name, String jar, List<String> licences) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** {@return the module itself and all that it needs at run time} */
  static List<Component> of(String module) throws IOException {
    Path bill = Path.of("..", "..", module, "target", "bom.json");
    assertThat(bill).as("the bill of materials, which Maven does not make offline").exists();
    JsonNode root = JSON.readTree(Files.readAllBytes(bill));
    return Stream.concat(
            Stream.of(root.at("/metadata/component")), elements(root.path("components")))
        .map(Component::of)
        .toList();
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  private static Component of(JsonNode node) {
    String artifact = node.path("name").asText();
    return new Component(
        node.path("group").asText() + ":" + artifact,
        artifact + "-" + node.path("version").asText() + ".jar",
        elements(node.path("licenses")).map(Component::licence).toList());
  }

  private static String licence(JsonNode node) {
    return Stream.of("/license/id", "/expression", "/license/name")
        .map(place -> node.at(place).asText())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("none");
  }

  /** {@return how many bytes its jar has, which these tests run on} */
  long size() throws IOException {
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      if (entry.endsWith(jar)) {
        return Files.size(Path.of(entry));
      }
    }
    throw new IOException("not on the class path: " + jar);
  }
}
