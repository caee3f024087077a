package io.cloudcruise.feign;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import feign.Response;
import org.jspecify.annotations.Nullable;

/**
 * The one endpoint. It answers a {@link Response}, not a decoded object: Feign's own decoding and
 * error handling read bodies without limit and put bodies and headers into exceptions.
 */
@Headers("Accept: application/json")
interface RunApi {
  @RequestLine(value = "GET /run/{sessionId}", decodeSlash = false)
  @Headers({"cc-key: {apiKey}", "X-CloudCruise-Client: {client}"})
  Response find(
      @Param("sessionId") String sessionId,
      @Param("apiKey") String apiKey,
      @Param("client") @Nullable String client,
      Call call);
}
