package io.cloudcruise.contract.pact;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A response of the platform with one thing changed.
 *
 * @param place a path into the body, such as {@code /errors/0/message}; or the header's name; or
 *     the new status
 */
record Mutant(Mutation mutation, String place, PlatformResponse response) {
  private static final Pattern WORD = Pattern.compile("execution\\.[a-z]+|[A-Z][A-Z0-9_-]+");

  static List<Mutant> of(PlatformResponse response) {
    List<Mutant> mutants = new ArrayList<>();
    fields(response.body(), "").forEach(place -> mutants.addAll(ofField(response, place)));
    response
        .headers()
        .keySet()
        .forEach(
            name -> mutants.add(new Mutant(Mutation.HEADER_DROPPED, name, response.without(name))));
    for (int status : response.status() == 200 ? new int[] {404, 500} : new int[] {200, 418}) {
      mutants.add(
          new Mutant(Mutation.STATUS_CHANGED, String.valueOf(status), response.with(status)));
    }
    return mutants;
  }

  /** Every field of every object, at any depth. */
  private static List<String> fields(JsonNode node, String at) {
    List<String> places = new ArrayList<>();
    node.properties()
        .forEach(
            field -> {
              String place = at + "/" + field.getKey();
              places.add(place);
              places.addAll(fields(field.getValue(), place));
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places.addAll(fields(node.get(i), at + "/" + i));
    }
    return places;
  }

  /** The place without the numbers of elements, after the status of the unchanged answer. */
  String placeIn(PlatformResponse unchanged) {
    return unchanged.status() + " " + place.replaceAll("/\\d+(?=/)", "/*");
  }

  private static List<Mutant> ofField(PlatformResponse response, String place) {
    JsonNode value = response.body().at(place);
    List<Mutant> mutants = new ArrayList<>();
    mutants.add(new Mutant(Mutation.FIELD_REMOVED, place, response.with(without(response, place))));
    if (!value.isNull()) {
      mutants.add(with(response, Mutation.FIELD_NULL, place, NullNode.instance));
      JsonNode other = value.isTextual() ? IntNode.valueOf(7) : TextNode.valueOf("other");
      mutants.add(with(response, Mutation.KIND_CHANGED, place, other));
    }
    if (value.isTextual() && WORD.matcher(value.asText()).matches()) {
      TextNode renamed = TextNode.valueOf(value.asText() + "_RENAMED");
      mutants.add(with(response, Mutation.WORD_RENAMED, place, renamed));
    }
    return mutants;
  }

  private static Mutant with(
      PlatformResponse response, Mutation mutation, String place, JsonNode value) {
    JsonNode body = response.body().deepCopy();
    JsonPointer pointer = JsonPointer.compile(place);
    ((ObjectNode) body.at(pointer.head())).set(name(pointer), value);
    return new Mutant(mutation, place, response.with(body));
  }

  private static JsonNode without(PlatformResponse response, String place) {
    JsonNode body = response.body().deepCopy();
    JsonPointer pointer = JsonPointer.compile(place);
    ((ObjectNode) body.at(pointer.head())).remove(name(pointer));
    return body;
  }

  private static String name(JsonPointer pointer) {
    return pointer.last().getMatchingProperty();
  }
}
