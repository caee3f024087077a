package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.failure;

import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Clients such as a caller might bring along. */
final class TestClients {
  private TestClients() {}

  static FeignRunResultsAdapter adapterOver(Client client) {
    return adapterOver(client, builder -> builder);
  }

  static FeignRunResultsAdapter adapterOver(
      Client client, UnaryOperator<FeignRunResultsAdapter.Builder> options) {
    return options.apply(TestRun.adapterTo("https://api.example").client(client)).build();
  }

  static Response.Builder response(Request request, int status) {
    return Response.builder().request(request).status(status).headers(Map.of());
  }

  static Client responding(int status, String body) {
    return (request, options) ->
        response(request, status).body(body, StandardCharsets.UTF_8).build();
  }

  static Client responding(int status, InputStream body) {
    return (request, options) -> response(request, status).body(body, null).build();
  }

  static final class EndlessSpaces extends InputStream {
    @Override
    public int read() {
      return ' ';
    }

    @Override
    public int read(byte[] into, int from, int length) {
      Arrays.fill(into, from, from + length, (byte) ' ');
      return length;
    }
  }

  static final class BrokenStream extends InputStream {
    private final Exception failure;

    BrokenStream(Exception failure) {
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      if (failure instanceof RuntimeException unchecked) {
        throw unchecked;
      }
      throw (IOException) failure;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
      return read();
    }
  }
}
