package io.cloudcruise.core.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Copies that keep the order in which the platform sent things; {@code Map.copyOf} does not. */
final class Copies {
  private Copies() {}

  static <K, V> Map<K, V> ordered(Map<K, V> map) {
    if (map.isEmpty()) {
      return Map.of();
    }
    Map<K, V> copy = new LinkedHashMap<>(map);
    copy.forEach(
        (key, value) -> {
          Objects.requireNonNull(key, "key");
          Objects.requireNonNull(value, "value");
        });
    return Collections.unmodifiableMap(copy);
  }
}
