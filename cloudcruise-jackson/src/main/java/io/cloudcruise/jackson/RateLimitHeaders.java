package io.cloudcruise.jackson;

import io.cloudcruise.core.port.RateLimitListener;
import io.cloudcruise.core.port.RateLimitSnapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Passes on what a response's headers say about the rate limit. The documentation names them and no
 * unit of the reset: a number that could only be a date counts as seconds since 1970, any other as
 * seconds to go. Whatever makes no sense counts as not said.
 */
final class RateLimitHeaders {
  private static final String LIMIT = "X-RateLimit-Limit";
  private static final String REMAINING = "X-RateLimit-Remaining";
  private static final String RESET = "X-RateLimit-Reset";
  private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
  private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{10}");

  private final RateLimitListener listener;
  private final Clock clock;

  RateLimitHeaders(RateLimitListener listener, Clock clock) {
    this.listener = listener;
    this.clock = clock;
  }

  void hear(Function<String, Optional<String>> headers) {
    if (listener == RateLimitListener.NONE) {
      return;
    }
    try {
      snapshot(headers).ifPresent(listener::onSnapshot);
    } catch (RuntimeException ignored) {
      // A listener's trouble must not cost the caller the results.
    }
  }

  private Optional<RateLimitSnapshot> snapshot(Function<String, Optional<String>> headers) {
    Optional<Long> limit = count(headers, LIMIT);
    Optional<Long> remaining = count(headers, REMAINING);
    Optional<Duration> reset = header(headers, RESET).flatMap(this::untilReset);
    return limit.isPresent() && remaining.isPresent() && reset.isPresent()
        ? Optional.of(RateLimitSnapshot.of(limit.get(), remaining.get(), reset.get()))
        : Optional.empty();
  }

  private Optional<Duration> untilReset(String text) {
    if (EPOCH_SECONDS.matcher(text).matches()) {
      Instant then = Instant.ofEpochSecond(Long.parseLong(text));
      Duration wait = Duration.between(clock.instant(), then);
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    }
    return RetryAfter.parse(text, clock);
  }

  private static Optional<Long> count(Function<String, Optional<String>> headers, String name) {
    return header(headers, name).filter(COUNT.asMatchPredicate()).map(Long::valueOf);
  }

  private static Optional<String> header(Function<String, Optional<String>> headers, String name) {
    return headers.apply(name).map(String::strip);
  }
}
