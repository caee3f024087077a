package io.cloudcruise.core.model;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A URL that authorises whoever holds it, until it expires. By default it lasts seven days, at
 * shortest one hour; retrieving the run again renews it. It is fetched without the API key.
 */
public final class SignedUrl {
  private final String url;
  private final @Nullable Timestamp expiry;

  /**
   * Wraps a URL.
   *
   * @param url the URL word for word; not checked
   * @param expiry when it stops working, as the platform states it; empty if it does not
   */
  public SignedUrl(String url, Optional<Timestamp> expiry) {
    this.url = Objects.requireNonNull(url, "url");
    this.expiry = expiry.orElse(null);
  }

  /**
   * Hands the whole URL out, signature included.
   *
   * @return the URL word for word
   */
  public String reveal() {
    return url;
  }

  /** {@return when the URL stops working, as the platform states it; empty if it does not} */
  public Optional<Timestamp> expiry() {
    return Optional.ofNullable(expiry);
  }

  /**
   * Tells how long the URL still works.
   *
   * @param clock says what time it is
   * @return the time left, zero if it has expired, or empty if no readable expiry was stated
   */
  public Optional<Duration> timeLeft(Clock clock) {
    Instant now = clock.instant();
    return expiry()
        .flatMap(Timestamp::instant)
        .map(end -> end.isAfter(now) ? Duration.between(now, end) : Duration.ZERO);
  }

  /**
   * Tells whether the URL has stopped working.
   *
   * @param clock says what time it is
   * @return whether a stated expiry has been reached; false if no readable expiry was stated
   */
  public boolean isExpired(Clock clock) {
    return timeLeft(clock).filter(Duration::isZero).isPresent();
  }

  /** {@return what {@link #toString} shows, as a URL that opens nothing and has no expiry} */
  public SignedUrl withoutSignature() {
    return new SignedUrl(toString(), Optional.empty());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedUrl that
        && url.equals(that.url)
        && Objects.equals(expiry, that.expiry);
  }

  @Override
  public int hashCode() {
    return Objects.hash(url, expiry);
  }

  /** {@return the URL without its query, fragment and user information} */
  @Override
  public String toString() {
    return UrlMask.mask(url);
  }
}
