package io.cloudcruise.feign;

import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.http.internal.TransportErrors;
import java.io.InterruptedIOException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.util.Optional;
import java.util.OptionalInt;

/** Turns what a client threw into the port's exceptions. */
final class TransportErrorMapper {
  private TransportErrorMapper() {}

  static RunResultsException translate(Call call, Throwable thrown) {
    if (Thread.currentThread().isInterrupted()) {
      return new CallInterruptedException(Optional.of(call.sessionId()));
    }
    TransportErrors errors = TransportErrors.of(thrown);
    return errors
        .find(RunResultsException.class)
        .or(() -> violation(call, errors))
        .or(() -> timeout(call, errors))
        .orElseGet(
            () ->
                new UnavailableException(
                    Optional.of(call.sessionId()), errors.reason(), errors.harmless()));
  }

  private static Optional<RunResultsException> violation(Call call, TransportErrors errors) {
    if (errors.isNoHttp()) {
      return Optional.of(
          new ContractViolationException(
              Optional.of(call.sessionId()),
              OptionalInt.empty(),
              "",
              "a response in HTTP",
              "something else"));
    }
    return errors
        .find(ResponseBytes.LimitExceededException.class)
        .map(exceeded -> exceeded.violation(call));
  }

  private static Optional<RunResultsException> timeout(Call call, TransportErrors errors) {
    if (errors.any(HttpConnectTimeoutException.class)) {
      return Optional.of(call.exceeded(Phase.CONNECTING, errors.harmless()));
    }
    if (errors.any(HttpTimeoutException.class, InterruptedIOException.class)) {
      return Optional.of(call.exceeded(Phase.WAITING_FOR_RESPONSE, errors.harmless()));
    }
    return Optional.empty();
  }
}
