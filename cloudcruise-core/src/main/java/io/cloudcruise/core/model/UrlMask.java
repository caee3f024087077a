package io.cloudcruise.core.model;

import java.util.regex.Pattern;

/** Makes URLs fit to be shown: what follows the path, and what precedes the host, may authorise. */
final class UrlMask {
  private static final Pattern USER_INFO = Pattern.compile("^([^/?#]*//)[^/?#]*@");
  private static final Pattern UNPRINTABLE = Pattern.compile("\\p{C}");

  private UrlMask() {}

  static String mask(String url) {
    String shown = USER_INFO.matcher(url).replaceFirst("$1" + Secret.MASK + "@");
    return UNPRINTABLE.matcher(withoutQuery(shown)).replaceAll("?");
  }

  private static String withoutQuery(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      if (c == '?' || c == '#') {
        return url.substring(0, i + 1) + Secret.MASK;
      }
    }
    return url;
  }
}
