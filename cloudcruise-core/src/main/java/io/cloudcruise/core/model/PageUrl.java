package io.cloudcruise.core.model;

import java.util.Objects;

/**
 * The page that the agent was on. Its query may hold what a site keeps for a signed-in user, so it
 * is not printed.
 *
 * @param value the URL word for word; not checked, it is whatever the browser showed
 */
public record PageUrl(String value) {
  public PageUrl {
    Objects.requireNonNull(value, "value");
  }

  /** {@return what {@link #toString} shows, as a URL} */
  PageUrl withoutQuery() {
    return new PageUrl(toString());
  }

  /** {@return the URL without its query, fragment and user information} */
  @Override
  public String toString() {
    return UrlMask.mask(value);
  }
}
