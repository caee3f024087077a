package io.cloudcruise.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cloudcruise.core.model.OutputMismatchException;
import io.cloudcruise.core.model.OutputReader;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads output with Jackson, exactly: integers and decimals of any size, nulls and order kept. */
final class JacksonOutputReader implements OutputReader {
  private final JsonFactory factory;
  private final List<Module> modules;
  private final PlainJson plain;

  /** Made when it is first needed, for many never read output as a type, and it is slow to make. */
  private volatile @Nullable JsonMapper mapper;

  /**
   * Builds a reader.
   *
   * @param modules the caller's own, for types such as dates and money
   */
  JacksonOutputReader(Limits limits, List<Module> modules) {
    this.factory = Json.strictFactory(limits);
    this.modules = modules;
    this.plain = new PlainJson(factory);
  }

  /** Two threads may both make one; either will do. */
  private JsonMapper mapper() {
    JsonMapper made = mapper;
    if (made == null) {
      made = Json.mapper(factory, modules);
      mapper = made;
    }
    return made;
  }

  @Override
  public @Nullable Object readPlain(String json) {
    return plain.read(json);
  }

  @Override
  public @Nullable Object read(String json, Type type) {
    try {
      JsonMapper typed = mapper();
      return typed.readValue(json, typed.constructType(type));
    } catch (JsonProcessingException mismatch) {
      throw OutputMismatches.of(mismatch, type);
    } catch (NumberFormatException immense) {
      throw new OutputMismatchException(
          "", "numbers with an exponent of ten digits at most", "more");
    } catch (IllegalArgumentException unusable) {
      throw new OutputMismatchException(
          "", type.getTypeName(), "a type that cannot be read from JSON");
    }
  }
}
