package io.cloudcruise.http.internal;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Variables that stand in for what a builder was not told.
 *
 * @param variables looks a variable up; null if it is not set
 */
public record Environment(Function<String, @Nullable String> variables) {
  /**
   * Looks a variable up.
   *
   * @param name its name
   * @return its value; null if it is not set, or blank
   */
  public @Nullable String value(String name) {
    String value = variables.apply(name);
    return value == null || value.isBlank() ? null : value;
  }

  /**
   * Finds the base URL.
   *
   * @param given what a builder was told; null for nothing
   * @return the one given, else the one set in the environment, else the platform's; checked
   * @throws IllegalArgumentException if it is unusable
   */
  public BaseUrl baseUrl(@Nullable String given) {
    String set = given != null ? given : value("CLOUDCRUISE_BASE_URL");
    return BaseUrl.of(set != null ? set : BaseUrl.DEFAULT);
  }
}
