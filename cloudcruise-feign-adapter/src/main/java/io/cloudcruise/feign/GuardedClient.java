package io.cloudcruise.feign;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Objects;

/** A client of the caller's, whose every failure is one of the transport. */
record GuardedClient(Client client) implements Client {
  @Override
  public Response execute(Request request, Request.Options options) throws IOException {
    try {
      return Objects.requireNonNull(client.execute(request, options), "response");
    } catch (IOException | RuntimeException failure) {
      throw new ForeignFault(failure);
    }
  }

  /** Stands before what a client of the caller's threw, which may say anything. */
  static final class ForeignFault extends IOException {
    private static final long serialVersionUID = 1L;

    ForeignFault(Exception cause) {
      super(cause);
    }
  }
}
