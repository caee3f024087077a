package io.cloudcruise.jackson;

import io.cloudcruise.core.port.Drift;
import io.cloudcruise.core.port.DriftListener;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Collects what is not known, each thing once, until it is certain that the response is good. */
final class DriftLog {
  private static final Pattern INDEX = Pattern.compile("/\\d+(?=/|$)");

  /**
   * A response that is strange all over is no more telling than one that is strange here and there.
   */
  private static final int MOST = 100;

  private final Map<String, Drift> once = new LinkedHashMap<>();

  void add(Drift.Kind kind, String path, Optional<String> word) {
    if (once.size() < MOST) {
      String key = kind + INDEX.matcher(path).replaceAll("/*") + word.orElse("");
      once.putIfAbsent(key, new Drift(kind, path, word));
    }
  }

  void tell(DriftListener listener) {
    for (Drift drift : once.values()) {
      try {
        listener.onDrift(drift);
      } catch (RuntimeException ignored) {
        // a listener's trouble must not cost the caller the results
      }
    }
  }
}
