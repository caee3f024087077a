package io.cloudcruise.core.port;

import io.cloudcruise.core.model.SessionId;
import java.io.Serial;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The workspace has used up what it pays for (402). Somebody has to see to its billing. */
public final class UsageLimitExceededException extends RunResultsException {
  @Serial private static final long serialVersionUID = 1L;

  /** A reason in prose might quote anything, so it stays out of the message. */
  private static final Pattern CODE_WORD = Pattern.compile("[A-Z][A-Z0-9_]*");

  private final @Nullable String reason;
  private final @Nullable BigDecimal usage;
  private final @Nullable BigDecimal limit;

  /**
   * Describes a used-up limit.
   *
   * @param sessionId the run asked for; empty if no particular one was
   * @param httpStatus the status answered
   * @param reason the platform's code for it, such as {@code NO_PAYMENT_METHOD}; empty if not sent
   * @param usage browser hours used; empty if not sent
   * @param limit browser hours included; empty if not sent
   */
  public UsageLimitExceededException(
      Optional<SessionId> sessionId,
      int httpStatus,
      Optional<String> reason,
      Optional<BigDecimal> usage,
      Optional<BigDecimal> limit) {
    super(sessionId, OptionalInt.of(httpStatus), false, what(reason, usage, limit), null);
    this.reason = reason.orElse(null);
    this.usage = usage.orElse(null);
    this.limit = limit.orElse(null);
  }

  private UsageLimitExceededException(UsageLimitExceededException original, Attempts attempts) {
    super(original, attempts);
    this.reason = original.reason;
    this.usage = original.usage;
    this.limit = original.limit;
  }

  @Override
  UsageLimitExceededException copy(Attempts attempts) {
    return new UsageLimitExceededException(this, attempts);
  }

  private static String what(
      Optional<String> reason, Optional<BigDecimal> usage, Optional<BigDecimal> limit) {
    return "usage limit exceeded"
        + reason.filter(CODE_WORD.asMatchPredicate()).map(word -> ": " + word).orElse("")
        + usage.map(hours -> ", used " + hours + " hours").orElse("")
        + limit.map(hours -> ", limit " + hours + " hours").orElse("");
  }

  /** {@return the platform's code for it, such as {@code NO_PAYMENT_METHOD}; empty if not sent} */
  public Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** {@return browser hours used; empty if not sent} */
  public Optional<BigDecimal> usage() {
    return Optional.ofNullable(usage);
  }

  /** {@return browser hours included; empty if not sent} */
  public Optional<BigDecimal> limit() {
    return Optional.ofNullable(limit);
  }
}
