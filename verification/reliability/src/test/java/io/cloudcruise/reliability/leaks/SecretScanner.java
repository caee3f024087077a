package io.cloudcruise.reliability.leaks;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what looks like a secret in a text. What says of itself that it is none is passed over. */
final class SecretScanner {
  private static final Pattern ADMITTED =
      Pattern.compile(
          "canary|user:password@|not.?a.?(real|secret)|sandbox|example|fake|dummy|fixture|0{16}|f{16}");

  private static final Map<String, Pattern> KINDS =
      new TreeMap<>(
          Map.of(
              "key of AWS",
              Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
              "signature of a URL",
              Pattern.compile("(?i)(x-amz-signature|x-goog-signature|[?&]sig)=[0-9a-z%+/]{32,}"),
              "JSON Web Token",
              Pattern.compile("\\beyJ[\\w-]{10,}\\.[\\w-]{10,}"),
              "API key",
              Pattern.compile("\\b(sk|pk|rk)[_-][A-Za-z0-9_-]{16,}"),
              "private key",
              Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----"),
              "token of GitHub",
              Pattern.compile("\\b(gh[pousr]_[A-Za-z0-9]{36}|github_pat_\\w{22,})"),
              "token of Slack",
              Pattern.compile("\\bxox[abprs]-[A-Za-z0-9-]{10,}"),
              "key of Google",
              Pattern.compile("\\bAIza[A-Za-z0-9_-]{35}"),
              "hex key",
              Pattern.compile("(?<![0-9A-Za-z])[0-9a-fA-F]{48,}(?![0-9A-Za-z])"),
              "password in a URL",
              Pattern.compile("\\b[a-z][a-z0-9+.-]{1,20}://[^\\s/:@\"'<>]*:[^\\s/:@\"'<>]{3,}@")));

  private SecretScanner() {}

  /** {@return each thing that looks like a secret, and its kind} */
  static List<Found> in(String text) {
    return KINDS.entrySet().stream()
        .flatMap(kind -> matches(kind.getValue(), text).map(hit -> new Found(kind.getKey(), hit)))
        .toList();
  }

  static List<String> kinds() {
    return List.copyOf(KINDS.keySet());
  }

  private static Stream<String> matches(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .filter(hit -> !ADMITTED.matcher(hit).find());
  }

  /** Something that looks like a secret. */
  record Found(String kind, String text) {}
}
