package io.cloudcruise.core.model;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads nothing: gives the same response always, and remembers what it was asked for. */
final class FakeOutputReader implements OutputReader {
  private final @Nullable Object response;
  private final List<String> texts = new ArrayList<>();
  private final List<Type> types = new ArrayList<>();

  private FakeOutputReader(@Nullable Object response) {
    this.response = response;
  }

  static FakeOutputReader responding(@Nullable Object response) {
    return new FakeOutputReader(response);
  }

  List<String> texts() {
    return texts;
  }

  List<Type> types() {
    return types;
  }

  @Override
  public @Nullable Object readPlain(String json) {
    texts.add(json);
    return response;
  }

  @Override
  public @Nullable Object read(String json, Type type) {
    texts.add(json);
    types.add(type);
    return response;
  }
}
