package io.cloudcruise.jackson;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;

/**
 * Jackson, set up once and hardened: bounded, without coercion, without polymorphic types, and
 * private, so that nothing an application does to its own mapper changes what is read here.
 */
final class Json {
  private Json() {}

  /** For answers. Duplicate names are looked for where they matter, which is cheaper. */
  static JsonFactory factory(Limits limits) {
    return builder(limits).build();
  }

  private static JsonFactoryBuilder builder(Limits limits) {
    return new JsonFactoryBuilder()
        .streamReadConstraints(limits.constraints())
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION);
  }

  /** For the workflow's own data, where every name may matter to the caller. */
  static JsonFactory strictFactory(Limits limits) {
    return builder(limits).enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  }

  static JsonMapper mapper(JsonFactory factory, List<Module> modules) {
    return JsonMapper.builder(factory)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .withCoercionConfig(LogicalType.Textual, Json::takeOnlyText)
        .addModule(new JavaTimeModule())
        .addModules(modules)
        .build();
  }

  private static void takeOnlyText(MutableCoercionConfig text) {
    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }
}
