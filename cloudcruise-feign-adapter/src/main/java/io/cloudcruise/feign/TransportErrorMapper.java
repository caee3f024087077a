package io.cloudcruise.feign;

import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.DeadlineExceededException.Phase;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UnavailableException.Reason;
import java.io.EOFException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a client threw into the port's exceptions. The exception itself is never kept: Feign's
 * hold the API key, and anybody's may quote what the other side sent.
 */
final class TransportErrorMapper {
  private static final int LONGEST_CHAIN = 16;

  /** The JDK's words for a connection that ends in the handshake, which has no type of its own. */
  private static final String HUNG_UP = "Remote host terminated the handshake";

  private static final Class<?>[] WORDED_BY_THE_JDK = {
    GeneralSecurityException.class,
    HttpTimeoutException.class,
    SocketException.class,
    SSLException.class,
    UnknownHostException.class
  };

  private TransportErrorMapper() {}

  static RunResultsException translate(Call call, Throwable thrown) {
    if (Thread.currentThread().isInterrupted()) {
      return new CallInterruptedException(call.sessionId());
    }
    List<Throwable> chain = chain(thrown);
    return find(chain, RunResultsException.class)
        .or(() -> violation(call, chain))
        .or(() -> timeout(call, chain))
        .orElseGet(
            () -> new UnavailableException(call.sessionId(), reason(chain), harmless(chain, 0)));
  }

  private static List<Throwable> chain(Throwable thrown) {
    return Stream.iterate(thrown, link -> link != null, Throwable::getCause)
        .limit(LONGEST_CHAIN)
        .toList();
  }

  private static <T extends Throwable> Optional<T> find(List<Throwable> chain, Class<T> type) {
    return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  private static boolean any(List<Throwable> chain, Class<?>... types) {
    return chain.stream()
        .anyMatch(link -> Stream.of(types).anyMatch(type -> type.isInstance(link)));
  }

  private static Optional<RunResultsException> violation(Call call, List<Throwable> chain) {
    if (any(chain, ProtocolException.class)
        || (any(chain, NumberFormatException.class) && !isForeign(chain))) {
      return Optional.of(
          ResponseContext.of(call, ResponseContext.NO_STATUS)
              .violation("", "a response in HTTP", "something else"));
    }
    return find(chain, ResponseBytes.LimitExceededException.class)
        .map(over -> over.violation(call));
  }

  private static boolean isForeign(List<Throwable> chain) {
    return any(chain, GuardedClient.ForeignFault.class);
  }

  private static Optional<RunResultsException> timeout(Call call, List<Throwable> chain) {
    if (any(chain, HttpConnectTimeoutException.class)) {
      return Optional.of(call.exceeded(Phase.CONNECTING, harmless(chain, 0)));
    }
    if (any(chain, HttpTimeoutException.class, InterruptedIOException.class)) {
      return Optional.of(call.exceeded(Phase.WAITING_FOR_RESPONSE, harmless(chain, 0)));
    }
    return Optional.empty();
  }

  /** {@return whether a response came, and it was not in HTTP} */
  static boolean isNoHttp(Throwable thrown) {
    return any(chain(thrown), ProtocolException.class, NumberFormatException.class);
  }

  /** {@return why there was no response, whoever was asked} */
  static Reason reason(Throwable thrown) {
    return reason(chain(thrown));
  }

  private static Reason reason(List<Throwable> chain) {
    if (any(chain, GeneralSecurityException.class, SSLPeerUnverifiedException.class)) {
      return Reason.NOT_TRUSTED;
    }
    if (chain.stream().anyMatch(TransportErrorMapper::isDisagreement)
        && !any(chain, EOFException.class, SocketException.class)) {
      return Reason.NOT_TRUSTED;
    }
    return any(
            chain,
            ConnectException.class,
            NoRouteToHostException.class,
            UnknownHostException.class,
            UnresolvedAddressException.class)
        ? Reason.CANNOT_CONNECT
        : Reason.CONNECTION_LOST;
  }

  /** Whether there is no protocol or cipher in common; not that one side hung up meanwhile. */
  private static boolean isDisagreement(Throwable link) {
    return link instanceof SSLHandshakeException
        && !String.valueOf(link.getMessage()).startsWith(HUNG_UP);
  }

  /** {@return a copy that quotes nobody} */
  static @Nullable Throwable harmless(Throwable thrown) {
    return harmless(chain(thrown), 0);
  }

  /**
   * A copy that keeps class names and stack traces, and only such messages as the JDK words itself.
   */
  private static @Nullable Throwable harmless(List<Throwable> chain, int from) {
    if (from == chain.size()) {
      return null;
    }
    Throwable original = chain.get(from);
    TransportFault copy =
        new TransportFault(described(original, isForeign(chain)), harmless(chain, from + 1));
    copy.setStackTrace(original.getStackTrace());
    return copy;
  }

  private static String described(Throwable original, boolean foreign) {
    String name = original.getClass().getName();
    boolean ownWords = !foreign && any(List.of(original), WORDED_BY_THE_JDK);
    return ownWords && original.getMessage() != null ? name + ": " + original.getMessage() : name;
  }

  /** Stands for an exception of the transport. */
  private static final class TransportFault extends Exception {
    private static final long serialVersionUID = 1L;

    TransportFault(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
