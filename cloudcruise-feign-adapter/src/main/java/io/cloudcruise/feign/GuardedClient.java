package io.cloudcruise.feign;

import feign.Client;
import feign.Request;
import feign.Response;
import io.cloudcruise.http.internal.CustomClientException;
import java.io.IOException;
import java.util.Objects;

/** A client of the caller's, whose every failure is one of the transport. */
record GuardedClient(Client client) implements Client {
  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    try {
      return Objects.requireNonNull(client.execute(request, options), "response");
    } catch (IOException | RuntimeException failure) {
      throw new CustomClientException(failure);
    }
  }
}
