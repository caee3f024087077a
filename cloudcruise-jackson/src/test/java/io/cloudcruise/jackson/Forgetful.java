package io.cloudcruise.jackson;

import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.RunResults;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    return modelled && value instanceof Record record ? rebuilt(record) : value;
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

  private Object rebuilt(Record record) {
    RecordComponent[] components = record.getClass().getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      List<Object> values = new ArrayList<>();
      for (RecordComponent component : components) {
        values.add(without(component.getAccessor().invoke(record)));
      }
      return record.getClass().getConstructor(types).newInstance(values.toArray());
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError(impossible.getMessage(), impossible);
    }
  }
}
