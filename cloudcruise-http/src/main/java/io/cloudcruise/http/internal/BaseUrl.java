package io.cloudcruise.http.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * The origin that the API key belongs to, checked: https, or http on loopback; no user information,
 * query or fragment; a path only of plain segments.
 *
 * @param value the URL without a slash at its end
 * @param encrypted whether it is https
 * @param loopback whether its host is loopback by its spelling
 */
public record BaseUrl(String value, boolean encrypted, boolean loopback) {
  /** Where the platform is, unless somebody says otherwise. */
  public static final String DEFAULT = "https://api.cloudcruise.com";

  private static final int HIGHEST_PORT = 65_535;

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]", Pattern.CASE_INSENSITIVE);
  private static final Pattern PLAIN_PATH =
      Pattern.compile("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)*/?");

  /**
   * Checks a base URL. It is not quoted in any message: it may hold a password.
   *
   * @param text the URL
   * @return the URL in its normal form
   * @throws IllegalArgumentException if it is unusable
   */
  public static BaseUrl of(String text) {
    URI uri = parse(text);
    require(uri.getRawUserInfo() == null, "must hold no user name or password");
    require(!hasUnderscore(uri), "names a host with an underscore, which no host name may have");
    require(uri.getHost() != null, "needs a scheme and a host, such as https://api.example.com");
    require(uri.getPort() <= HIGHEST_PORT, "names a port above 65535");
    require(uri.getRawQuery() == null && uri.getRawFragment() == null, "must hold no query");
    require(PLAIN_PATH.matcher(uri.getRawPath()).matches(), "holds an unusual path");
    boolean encrypted = "https".equalsIgnoreCase(uri.getScheme());
    boolean loopback = isLoopback(uri.getHost());
    require(
        encrypted || ("http".equalsIgnoreCase(uri.getScheme()) && loopback),
        "must be https, unless it is http on loopback");
    String normal =
        (encrypted ? "https" : "http") + "://" + uri.getRawAuthority() + uri.getRawPath();
    return new BaseUrl(withoutTrailingSlash(normal), encrypted, loopback);
  }

  /**
   * Tells loopback from other hosts by their spelling, whatever a lookup says.
   *
   * @param host a host name or address, an IPv6 address in brackets
   * @return whether it is loopback
   */
  public static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host).matches();
  }

  /**
   * Tells why {@link URI} finds no host in a URL: some storage names hosts after buckets.
   *
   * @param uri a URL
   * @return whether it names a host with an underscore
   */
  public static boolean hasUnderscore(URI uri) {
    return uri.getHost() == null
        && uri.getRawAuthority() != null
        && uri.getRawAuthority().indexOf('_') >= 0;
  }

  private static URI parse(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException quotesTheText) {
      throw new IllegalArgumentException(
          "the base URL is not a URL, see position " + quotesTheText.getIndex());
    }
  }

  private static void require(boolean good, String otherwise) {
    if (!good) {
      throw new IllegalArgumentException("the base URL " + otherwise);
    }
  }

  private static String withoutTrailingSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
