package io.cloudcruise.jackson;

import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.RunResults;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Rebuilds results without one field among the other fields, wherever it is. */
final class Forgetful {
  private final String field;
  private final List<JsonText> forgotten = new ArrayList<>();

  Forgetful(String field) {
    this.field = field;
  }

  List<JsonText> forgotten() {
    return forgotten;
  }

  Object without(Object value) {
    if (value instanceof Optional<?> optional) {
      return optional.map(this::without);
    }
    if (value instanceof List<?> list) {
      return list.stream().map(this::without).toList();
    }
    if (value instanceof Map<?, ?> map) {
      return without(map);
    }
    boolean modelled = value.getClass().getPackage().equals(RunResults.class.getPackage());
    return modelled && hasABuilder(value) ? rebuilt(value) : value;
  }

  private Map<Object, Object> without(Map<?, ?> map) {
    Map<Object, Object> rest = new LinkedHashMap<>();
    map.forEach(
        (key, value) -> {
          if (key.equals(field) && value instanceof JsonText json) {
            forgotten.add(json);
          } else {
            rest.put(key, without(value));
          }
        });
    return rest;
  }

  private static boolean hasABuilder(Object value) {
    return Arrays.stream(value.getClass().getMethods())
        .anyMatch(method -> method.getName().equals("toBuilder"));
  }

  private Object rebuilt(Object value) {
    try {
      Object builder = value.getClass().getMethod("toBuilder").invoke(value);
      for (Method setter : builder.getClass().getMethods()) {
        if (setter.getParameterCount() == 1 && setter.getReturnType() == builder.getClass()) {
          setter.invoke(builder, setting(value.getClass().getMethod(setter.getName()), value));
        }
      }
      return builder.getClass().getMethod("build").invoke(builder);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }

  private @Nullable Object setting(Method accessor, Object value)
      throws ReflectiveOperationException {
    Object component = without(accessor.invoke(value));
    if (component instanceof OptionalLong number) {
      return number.isPresent() ? number.getAsLong() : null;
    }
    return component instanceof Optional<?> optional ? optional.orElse(null) : component;
  }
}
