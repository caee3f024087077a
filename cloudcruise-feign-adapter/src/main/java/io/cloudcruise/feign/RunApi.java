package io.cloudcruise.feign;

import feign.Param;
import feign.RequestLine;
import feign.Response;

/**
 * The one endpoint. It answers a {@link Response}, not a decoded object: Feign's own decoding and
 * error handling read bodies without limit and put bodies and headers into exceptions.
 */
interface RunApi {
  @RequestLine(value = "GET /run/{sessionId}", decodeSlash = false)
  Response find(@Param("sessionId") String sessionId, Call call);
}
