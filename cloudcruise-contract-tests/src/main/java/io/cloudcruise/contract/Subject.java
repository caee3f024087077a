package io.cloudcruise.contract;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RunResultsPort;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * What a promise is tried on: a port whose platform is in one {@link Situation}.
 *
 * @param port the port
 * @param sessionId the run to ask for
 * @param requests counts the requests that the platform has received
 * @param move makes the run of {@link Situation#MOVING} end
 * @param secrets what no text may show: the key, above all
 */
public record Subject(
    RunResultsPort port,
    SessionId sessionId,
    LongSupplier requests,
    Runnable move,
    List<String> secrets) {
  public Subject {
    Objects.requireNonNull(port, "port");
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(requests, "requests");
    Objects.requireNonNull(move, "move");
    secrets = List.copyOf(secrets);
  }

  /**
   * Makes a subject without secrets, whose run does not move.
   *
   * @param port the port
   * @param sessionId the run to ask for
   * @param requests counts the requests that the platform has received
   */
  public Subject(RunResultsPort port, SessionId sessionId, LongSupplier requests) {
    this(port, sessionId, requests, () -> {}, List.of());
  }

  /**
   * Makes a subject of a platform in memory, to try a decorator on.
   *
   * @param situation the state to put the platform into
   * @return the subject; it has no deadline
   */
  public static Subject inMemory(Situation situation) {
    return new SituationsInMemory().subject(situation);
  }

  /**
   * Puts something around the port.
   *
   * @param decorator makes the port to try from the one that there is
   * @return a subject in the same situation
   */
  public Subject decorated(UnaryOperator<RunResultsPort> decorator) {
    return new Subject(decorator.apply(port), sessionId, requests, move, secrets);
  }

  Optional<RunResults> find() {
    return port.find(sessionId);
  }

  RunResults get() {
    return port.get(sessionId);
  }
}
