package io.cloudcruise.core.port;

import io.cloudcruise.core.model.SessionId;
import java.io.Serial;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The platform's answer is not what its documentation says. Names the place and the kinds of
 * things, never a value. Either the platform changed, or something between here and there answered
 * in its place.
 */
public final class ContractViolation extends RunResultsException {
  @Serial private static final long serialVersionUID = 1L;

  private final String path;
  private final String expected;
  private final String found;

  /**
   * Describes a violation.
   *
   * @param sessionId the run asked for; empty if a saved answer is read
   * @param httpStatus the status answered; empty if a saved answer is read
   * @param path JSON pointer of the place in the answer; empty for the answer itself
   * @param expected what the documentation says should be there
   * @param found what kind of thing is there
   */
  public ContractViolation(
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

  private static String what(String path, String expected, String found) {
    return "the answer breaks the contract%s: expected %s, found %s"
        .formatted(path.isEmpty() ? "" : " at " + path, expected, found);
  }

  /** {@return JSON pointer of the place in the answer; empty for the answer itself} */
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
