package io.cloudcruise.core.model;

import io.cloudcruise.core.internal.Printable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes URLs fit to be shown. Only what is certain to be scheme, host and path is: a query, a
 * fragment, path parameters and user information may authorise whoever reads them.
 */
final class UrlMask {
  private static final Pattern SCHEME_AND_AUTHORITY =
      Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*://)([^/?#\\\\]*)");

  private static final Pattern HOST =
      Pattern.compile("([\\p{L}\\p{N}.-]+|\\[[0-9A-Fa-f:.]+])(:\\d+)?");

  /** What ends a path, or would if it were unescaped. */
  private static final Pattern END_OF_PATH = Pattern.compile("[?#;]|%3[BbFf]");

  /** What no path needs, and what user information with a slash in it has. */
  private static final Pattern DUBIOUS = Pattern.compile("[@\\\\]");

  private UrlMask() {}

  static String mask(String url) {
    Matcher start = SCHEME_AND_AUTHORITY.matcher(url);
    if (!start.lookingAt()) {
      return Secret.MASK;
    }
    String path = maskedPath(url.substring(start.end()));
    String authority = maskedAuthority(start.group(2));
    boolean certain = HOST.matcher(hostOf(authority)).matches() && !DUBIOUS.matcher(path).find();
    return start.group(1) + (certain ? Printable.of(authority + path) : Secret.MASK);
  }

  private static String maskedPath(String pathAndRest) {
    Matcher end = END_OF_PATH.matcher(pathAndRest);
    return end.find() ? pathAndRest.substring(0, end.start() + 1) + Secret.MASK : pathAndRest;
  }

  private static String maskedAuthority(String authority) {
    int at = authority.lastIndexOf('@');
    return at < 0 ? authority : Secret.MASK + authority.substring(at);
  }

  private static String hostOf(String authority) {
    return authority.substring(authority.lastIndexOf('@') + 1);
  }
}
