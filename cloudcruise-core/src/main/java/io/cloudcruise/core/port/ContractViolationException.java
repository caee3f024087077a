package io.cloudcruise.core.port;

import io.cloudcruise.core.model.SessionId;
import java.io.Serial;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The platform's response is not what its documentation says. Names the place and the kinds of
 * things, never a value. Either the platform changed, or something between here and there answered
 * in its place.
 */
public final class ContractViolationException extends RunResultsException {
  @Serial private static final long serialVersionUID = 1L;

  private final String path;
  private final String expected;
  private final String found;

  /**
   * Describes a violation.
   *
   * @param sessionId the run asked for; empty if a saved response is read
   * @param httpStatus the status answered; empty if a saved response is read
   * @param path JSON pointer of the place in the response; empty for the response itself
   * @param expected what the documentation says should be there
   * @param found what kind of thing is there
   */
  public ContractViolationException(
      Optional<SessionId> sessionId,
      OptionalInt httpStatus,
      String path,
      String expected,
      String found) {
    super(sessionId, httpStatus, false, what(path, expected, found), null);
    this.path = path;
    this.expected = Objects.requireNonNull(expected, "expected");
    this.found = Objects.requireNonNull(found, "found");
  }

  private ContractViolationException(ContractViolationException original, Attempts attempts) {
    super(original, attempts);
    this.path = original.path;
    this.expected = original.expected;
    this.found = original.found;
  }

  @Override
  ContractViolationException copy(Attempts attempts) {
    return new ContractViolationException(this, attempts);
  }

  private static String what(String path, String expected, String found) {
    return "the response breaks the contract%s: expected %s, found %s"
        .formatted(path.isEmpty() ? "" : " at " + path, expected, found);
  }

  /** {@return JSON pointer of the place in the response; empty for the response itself} */
  public String path() {
    return path;
  }

  /** {@return what the documentation says should be there} */
  public String expected() {
    return expected;
  }

  /** {@return what kind of thing is there} */
  public String found() {
    return found;
  }
}
