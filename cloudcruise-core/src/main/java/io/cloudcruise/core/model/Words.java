package io.cloudcruise.core.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks up the words of an open set, whatever case they are spelled in. */
final class Words {
  private Words() {}

  static <E extends Enum<E>> Map<String, E> of(E[] kinds) {
    return Arrays.stream(kinds)
        .collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));
  }

  static String normal(String rawValue) {
    return rawValue.toUpperCase(Locale.ROOT);
  }
}
