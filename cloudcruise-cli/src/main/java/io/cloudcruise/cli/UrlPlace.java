package io.cloudcruise.cli;

import io.cloudcruise.core.model.PageUrl;
import io.cloudcruise.core.model.SignedUrl;
import java.util.regex.Pattern;

/** Host and path of a URL: enough to know it again, and nothing that authorises. */
final class UrlPlace {
  private static final Pattern SCHEME = Pattern.compile("^https?://");
  private static final Pattern MASKED_END = Pattern.compile("[?#;%]\\*\\*\\*$");
  private static final Pattern PLAIN_NAME = Pattern.compile("[\\p{L}\\p{N}.-]+(:\\d+)?");
  private static final String CUT = "/…";

  private UrlPlace() {}

  static String of(SignedUrl url) {
    return ofMasked(url.toString());
  }

  /** A site, which may be a URL or a mere name. */
  static String ofDomain(String domain) {
    boolean plain = PLAIN_NAME.matcher(domain).matches();
    return plain ? domain : ofMasked(new PageUrl(domain).toString());
  }

  private static String ofMasked(String masked) {
    return SCHEME.matcher(MASKED_END.matcher(masked).replaceFirst("")).replaceFirst("");
  }

  /** {@return the place with the middle of its path cut out, where it is too wide} */
  static String fit(String place, int room) {
    int path = place.indexOf('/');
    if (Width.of(place) <= room || path < 0) {
      return Width.shortenStart(place, room);
    }
    String host = place.substring(0, path) + CUT;
    for (int i = place.indexOf('/', path + 1); i >= 0; i = place.indexOf('/', i + 1)) {
      if (Width.of(host) + Width.of(place.substring(i)) <= room) {
        return host + place.substring(i);
      }
    }
    return Width.shortenStart(place, room);
  }
}
