package io.cloudcruise.archive;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes a name from the platform one that every file system takes for the name of a file in the
 * directory at hand, and for nothing else: no way out of it, no device, no hidden file, no option
 * of a command, no second name of another file.
 */
final class SafeName {
  private static final int MOST_BYTES = 180;
  private static final int LONGEST_SUFFIX = 16;
  private static final int MOST_LOOKED_AT = 512;
  private static final String REPLACEMENT = "_";

  /** Controls, formats, halves of surrogate pairs, and what some file system gives a meaning. */
  private static final Pattern UNSAFE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}<>:\"|?*]");

  private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}]+|[.\\s\\p{Z}]+$");
  private static final Pattern LEADING = Pattern.compile("^[.\\-~]+");
  private static final Pattern DEVICE =
      Pattern.compile(
          "(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9\u00B9\u00B2\u00B3])[\\s\\p{Z}]*(\\..*)?",
          Pattern.CASE_INSENSITIVE);

  private SafeName() {}

  /**
   * Makes a name safe.
   *
   * @param otherwise the name if nothing is left
   */
  static String of(String name, String otherwise) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String normal = Normalizer.normalize(bounded(last), Normalizer.Form.NFC);
    String safe = UNSAFE.matcher(normal).replaceAll("_");
    safe = LEADING.matcher(trimmed(safe)).replaceFirst(REPLACEMENT);
    safe = noDevice(fitted(noDevice(safe)));
    return safe.replace(REPLACEMENT, "").isBlank() ? otherwise : safe;
  }

  /** Far more than is kept, yet so little that what looks at it more than once is done soon. */
  private static String bounded(String name) {
    return name.length() <= MOST_LOOKED_AT
        ? name
        : name.substring(0, MOST_LOOKED_AT - LONGEST_SUFFIX)
            + name.substring(name.length() - LONGEST_SUFFIX);
  }

  /** To be asked again of a name that was cut: what is left may be a device's. */
  private static String noDevice(String name) {
    return DEVICE.matcher(name).matches() ? REPLACEMENT + name : name;
  }

  private static String trimmed(String name) {
    return ENDS.matcher(name).replaceAll("");
  }

  /** Cut in the middle, so that it keeps its suffix. */
  private static String fitted(String name) {
    if (bytes(name) <= MOST_BYTES) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    String suffix = dot > 0 && name.length() - dot <= LONGEST_SUFFIX ? name.substring(dot) : "";
    String stem = name.substring(0, name.length() - suffix.length());
    while (bytes(stem) + bytes(suffix) > MOST_BYTES) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return trimmed(stem) + suffix;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** {@return the name with a number, before its suffix} */
  static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    int end = dot > 0 ? dot : name.length();
    return name.substring(0, end) + " (" + number + ")" + name.substring(end);
  }

  /** {@return what is the same for names that some file system takes for one} */
  static String folded(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
