package io.cloudcruise.archive;

import static io.cloudcruise.rigs.FuzzChecks.isUnprintable;
import static io.cloudcruise.rigs.FuzzChecks.require;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.Screenshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Names files of an archive after whatever comes. Each name is one that every file system takes for
 * that of a file in the directory at hand.
 */
class SafeNameFuzzTest {
  private static final Path DIRECTORY = Path.of("directory").toAbsolutePath();
  private static final int MOST_BYTES = 180;
  private static final int MOST_BYTES_OF_ALL = 255;
  private static final List<String> DEVICES =
      List.of("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$");
  private static final List<String> PORTS = List.of("COM", "LPT");

  static Stream<byte[]> names() {
    return Stream.of(
            "report.pdf",
            "../../e\u0301vil.txt",
            "C:\\CON\u00a0.tar.gz",
            "-~lpt\u00b9. ",
            "\ud83d\ude00\u202e".repeat(60) + ".x",
            "a" + "\u0301".repeat(300))
        .map(name -> name.getBytes(StandardCharsets.UTF_8));
  }

  @Timeout(30)
  @DictionaryEntries({
    "CON",
    "CONOUT$",
    "com0",
    "LPT\\xC2\\xB3",
    "\\xC2\\xA0",
    "\\xE3\\x80\\x80",
    "\\xE2\\x80\\xA8",
    "\\xE2\\x80\\xAE",
    "\\xCC\\xB8",
    "\\xEF\\xAC\\x81",
    "\\xC4\\xB0",
    "../",
    "\\\\"
  })
  @MethodSource("names")
  @FuzzTest
  void anyNameBecomesThatOfAFile(byte[] utf8) {
    String name = text(utf8);

    String safe = SafeName.of(name, "otherwise");
    requireSafe(safe, MOST_BYTES);
    require(SafeName.of(safe, "otherwise").equals(safe), "a safe name does not stay");
    requireSafe(SafeName.numbered(safe, 9999), MOST_BYTES_OF_ALL);
    requireSafe(FileNames.of(file(name), 1, Optional.of(name)), MOST_BYTES);
    requireSafe(FileNames.of(screenshot(name), 9999, Optional.of("image/png")), MOST_BYTES_OF_ALL);
  }

  /** Malformed bytes stand for halves of characters, which JSON can name and UTF-8 cannot hold. */
  private static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8).replace('\uFFFD', '\uD83D');
  }

  private static void requireSafe(String name, int mostBytes) {
    require(!name.isEmpty(), "no name");
    require(DIRECTORY.equals(DIRECTORY.resolve(name).normalize().getParent()), "it leads away");
    require(name.getBytes(StandardCharsets.UTF_8).length <= mostBytes, "too long");
    require(name.codePoints().noneMatch(SafeNameFuzzTest::hasAMeaning), "not only a name");
    require(".-~".indexOf(name.charAt(0)) < 0, "hidden, an option, or somebody's home");
    require(!isSpace(name.charAt(0)) && !isSpace(lastOf(name)), "space at an end");
    require(lastOf(name) != '.', "a dot at its end");
    require(Normalizer.isNormalized(name, Normalizer.Form.NFC), "a second spelling");
    require(!isDevice(name.toUpperCase(Locale.ROOT)), "a device");
  }

  private static char lastOf(String name) {
    return name.charAt(name.length() - 1);
  }

  private static boolean hasAMeaning(int c) {
    return isUnprintable(c) || "<>:\"|?*/\\".indexOf(c) >= 0;
  }

  private static boolean isSpace(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }

  private static boolean isDevice(String name) {
    int dot = name.indexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    int end = stem.length();
    while (end > 0 && isSpace(stem.charAt(end - 1))) {
      end--;
    }
    String bare = stem.substring(0, end);
    boolean port = end == 4 && "0123456789\u00b9\u00b2\u00b3".indexOf(bare.charAt(3)) >= 0;
    return DEVICES.contains(bare) || (port && PORTS.contains(bare.substring(0, 3)));
  }

  private static RunFile file(String name) {
    return RunFile.builder().name(name).build();
  }

  private static Screenshot screenshot(String nodeName) {
    return Screenshot.builder().nodeName(nodeName).build();
  }
}
