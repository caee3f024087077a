package io.cloudcruise.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A body with placeholders in double braces:
 *
 * <ul>
 *   <li>{@code session_id}: the session id asked for
 *   <li>{@code url screenshots/login.png now+P7D}: a signed URL and when it expires
 *   <li>{@code repeat w 100000}: a word so often, for texts too long to be written out
 *   <li>{@code micros zero-PT5S}, {@code millis ..}, {@code seconds ..}: a time, in one spelling
 * </ul>
 *
 * <p>A body that is to have double braces itself escapes them, as JSON allows.
 */
final class Template implements Body {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^}]+)}}");

  private final String text;

  Template(String text) {
    this.text = text;
  }

  @Override
  public byte[] render(Moment moment) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), moment)))
        .getBytes(UTF_8);
  }

  private static String value(String placeholder, Moment moment) {
    String[] words = placeholder.split(" ", -1);
    return switch (words[0]) {
      case "session_id" -> JsonText.escape(moment.sessionId());
      case "url" -> moment.url(words[1], moment.instant(words[2]));
      case "repeat" -> words[1].repeat(Integer.parseInt(words[2]));
      default -> rawValue(words[0]).write(moment.instant(words[1]));
    };
  }

  private static TimeRawValue rawValue(String word) {
    return TimeRawValue.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
