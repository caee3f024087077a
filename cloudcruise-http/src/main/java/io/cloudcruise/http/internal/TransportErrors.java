package io.cloudcruise.http.internal;

import io.cloudcruise.core.port.UnavailableException.Reason;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.UnknownHostException;
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
 * What an HTTP client threw, with its causes. The exceptions themselves are never kept: some hold
 * the API key, and any may quote what the other side sent.
 */
public final class TransportErrors {
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

  private final List<Throwable> chain;

  private TransportErrors(List<Throwable> chain) {
    this.chain = chain;
  }

  /**
   * Looks at what a client threw.
   *
   * @param thrown what it threw
   * @return it and its causes
   * @throws VirtualMachineError if that is among them: a machine that is out of memory has not lost
   *     a connection, whatever a client takes it for
   */
  public static TransportErrors of(Throwable thrown) {
    TransportErrors errors =
        new TransportErrors(
            Stream.iterate(thrown, link -> link != null, Throwable::getCause)
                .limit(LONGEST_CHAIN)
                .toList());
    errors
        .find(VirtualMachineError.class)
        .ifPresent(
            error -> {
              throw error;
            });
    return errors;
  }

  /**
   * Finds the first of a type.
   *
   * @param type the type
   * @param <T> the type
   * @return the exception; empty if there is none
   */
  public <T extends Throwable> Optional<T> find(Class<T> type) {
    return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  /**
   * Tells whether there is one of some types.
   *
   * @param types the types
   * @return whether there is
   */
  public boolean any(Class<?>... types) {
    return chain.stream()
        .anyMatch(link -> Stream.of(types).anyMatch(type -> type.isInstance(link)));
  }

  /** {@return whether a response came, and it was not in HTTP} */
  public boolean isNoHttp() {
    return any(ProtocolException.class)
        || (any(NumberFormatException.class) && !any(CustomClientException.class));
  }

  /** {@return why there was no response, whoever was asked} */
  public Reason reason() {
    if (any(GeneralSecurityException.class, SSLPeerUnverifiedException.class)) {
      return Reason.NOT_TRUSTED;
    }
    if (chain.stream().anyMatch(TransportErrors::isDisagreement)
        && !any(EOFException.class, SocketException.class)) {
      return Reason.NOT_TRUSTED;
    }
    return any(
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

  /**
   * Copies the exceptions: class names and stack traces, and only such messages as the JDK words
   * itself.
   *
   * @return a copy that quotes nobody
   */
  public Throwable harmless() {
    Throwable copy = null;
    for (int i = chain.size() - 1; i >= 0; i--) {
      copy = harmless(chain.get(i), copy);
    }
    return copy == null ? new TransportFault("", null) : copy;
  }

  private Throwable harmless(Throwable original, @Nullable Throwable cause) {
    TransportFault copy = new TransportFault(described(original), cause);
    copy.setStackTrace(original.getStackTrace());
    return copy;
  }

  private String described(Throwable original) {
    String name = original.getClass().getName();
    boolean ownWords =
        !any(CustomClientException.class)
            && Stream.of(WORDED_BY_THE_JDK).anyMatch(type -> type.isInstance(original));
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
