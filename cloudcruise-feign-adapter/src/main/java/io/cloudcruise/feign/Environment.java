package io.cloudcruise.feign;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Variables that stand in for what a builder was not told. */
record Environment(Function<String, @Nullable String> variables) {
  /** {@return a variable's value; null if it is not set, or blank} */
  @Nullable String value(String name) {
    String value = variables.apply(name);
    return value == null || value.isBlank() ? null : value;
  }

  /** {@return the base URL given, else the one set, else the platform's; checked} */
  BaseUrl baseUrl(@Nullable String given) {
    String set = given != null ? given : value("CLOUDCRUISE_BASE_URL");
    return BaseUrl.of(set != null ? set : BaseUrl.DEFAULT);
  }
}
