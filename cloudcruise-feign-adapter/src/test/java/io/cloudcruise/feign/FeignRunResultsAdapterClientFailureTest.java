package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestClients.adapterOver;
import static io.cloudcruise.feign.TestClients.responding;
import static io.cloudcruise.feign.TestRun.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import feign.Client;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UnavailableException.Reason;
import io.cloudcruise.rigs.Exposure;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a client of the caller's own throws, or its bodies do. */
@Timeout(20)
class FeignRunResultsAdapterClientFailureTest {

  static Stream<Client> brokenClients() {
    return Stream.of(
        (request, options) -> {
          throw new IOException("broke with " + request.headers());
        },
        (request, options) -> {
          throw new IllegalArgumentException("invalid header value: " + TestRun.KEY);
        },
        (request, options) -> {
          throw new IllegalStateException(new IOException(request.toString()));
        },
        (request, options) -> null,
        responding(200, new TestClients.BrokenStream(new IOException(TestRun.KEY))),
        responding(200, new TestClients.BrokenStream(new IllegalStateException(TestRun.KEY))));
  }

  @ParameterizedTest
  @MethodSource("brokenClients")
  void itsFailuresAreLostConnectionsAndQuoteNothing(Client client) {
    try (var adapter = adapterOver(client)) {
      UnavailableException unavailable = failure(UnavailableException.class, adapter);

      assertThat(unavailable.reason()).isEqualTo(Reason.CONNECTION_LOST);
      assertThat(Exposure.of(unavailable)).doesNotContain(TestRun.KEY);
    }
  }

  @Test
  void anErrorOfTheMachineIsThrownAsItIs() {
    OutOfMemoryError error = new OutOfMemoryError("of a test");
    Client wrapping =
        (request, options) -> {
          throw new IOException(error);
        };

    try (var adapter = adapterOver(wrapping)) {
      assertThat(catchThrowable(() -> adapter.find(TestRun.ID))).isSameAs(error);
    }
  }

  @Test
  void anErrorResponseWhoseBodyBreaksIsReadByItsStatus() {
    for (Exception failure : List.of(new IOException("x"), new IllegalStateException("x"))) {
      try (var adapter = adapterOver(responding(503, new TestClients.BrokenStream(failure)))) {
        assertThat(failure(UnavailableException.class, adapter).httpStatus()).hasValue(503);
      }
    }
  }

  @Test
  void itsTimeoutIsTheDeadline() {
    Client slow =
        (request, options) -> {
          throw new SocketTimeoutException("Read timed out");
        };
    try (var adapter = adapterOver(slow)) {
      assertThat(failure(DeadlineExceededException.class, adapter).phase())
          .isEqualTo(Phase.WAITING_FOR_RESPONSE);
    }
  }

  @Test
  void anExceptionOfThePortPassesThrough() {
    RunResultsException own =
        new UnavailableException(Optional.of(TestRun.ID), Reason.CANNOT_CONNECT, null);
    Client client =
        (request, options) -> {
          throw own;
        };
    try (var adapter = adapterOver(client)) {
      assertThat(catchThrowable(() -> adapter.find(TestRun.ID))).isSameAs(own);
    }
  }
}
