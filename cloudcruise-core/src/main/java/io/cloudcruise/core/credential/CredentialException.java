package io.cloudcruise.core.credential;

import io.cloudcruise.core.internal.Printable;
import java.io.Serial;
import java.util.List;

/**
 * Something encrypted cannot be decrypted: the key is not the one that it was encrypted with, or it
 * is damaged. Which of the two cannot be told. Holds neither key nor ciphertext nor text, and no
 * cause.
 */
public final class CredentialException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** The list is immutable, as all that {@link List#copyOf} makes, and these can be serialised. */
  @SuppressWarnings("serial")
  private final List<String> fields;

  private CredentialException(String what, List<String> fields) {
    super("cannot decrypt " + what + ": the key does not fit, or the ciphertext is damaged");
    this.fields = fields;
  }

  static CredentialException ofOne() {
    return new CredentialException("the secret", List.of());
  }

  static CredentialException of(List<String> fields) {
    List<String> printable = fields.stream().map(Printable::of).toList();
    return new CredentialException(String.join("; ", printable), printable);
  }

  /**
   * Names the secrets concerned.
   *
   * @return all of them, as in {@code input pin} and {@code credential PORTAL, password}, made
   *     printable; empty if a single secret was to be decrypted, which has no name
   */
  public List<String> fields() {
    return fields;
  }
}
