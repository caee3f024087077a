package io.cloudcruise.feign;

import feign.Request;
import feign.RequestTemplate;
import feign.Target;
import io.cloudcruise.http.internal.BaseUrl;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request its origin and headers. Not by templates: those cost more to fill in than all
 * the rest of a call, and a key may hold braces.
 */
final class ApiTarget extends Target.HardCodedTarget<RunApi> {
  private final Supplier<ApiKey> apiKey;
  private final @Nullable String clientName;

  /**
   * Builds a target.
   *
   * @param clientName what to send as the client's name; null for nothing
   */
  ApiTarget(BaseUrl baseUrl, Supplier<ApiKey> apiKey, @Nullable String clientName) {
    super(RunApi.class, baseUrl.value());
    this.apiKey = apiKey;
    this.clientName = clientName;
  }

  @Override
  public Request apply(RequestTemplate template) {
    template.target(url());
    return Request.create(
        Request.HttpMethod.GET, template.url(), headers(), null, StandardCharsets.UTF_8, template);
  }

  private Map<String, Collection<String>> headers() {
    ApiKey key = Objects.requireNonNull(apiKey.get(), "the supplier of the API key answered null");
    Map<String, Collection<String>> headers = new LinkedHashMap<>();
    headers.put("Accept", List.of("application/json"));
    headers.put("cc-key", List.of(key.reveal()));
    if (clientName != null) {
      headers.put("X-CloudCruise-Client", List.of(clientName));
    }
    return headers;
  }
}
