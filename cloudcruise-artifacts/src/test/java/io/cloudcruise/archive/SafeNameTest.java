package io.cloudcruise.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeNameTest {
  private static final String OTHERWISE = "nameless";
  private static final Path DIRECTORY = Path.of("directory").toAbsolutePath();
  private static final int LONGEST = 255;

  /** What random names are made of: whatever some rule is about, and a little of the rest. */
  private static final String[] PIECES = {
    "/",
    "\\",
    "..",
    ".",
    " ",
    "\u00a0",
    "\u3000",
    "-",
    "~",
    ":",
    "\0",
    "\n",
    "\u202e",
    "\u2028",
    "CON",
    "nul",
    "COM1",
    "LPT\u00b9",
    "CONIN$",
    ".txt",
    ".tar.gz",
    "_",
    "<",
    "\u0338",
    "e\u0301",
    "\u00e9",
    "\ud83d\ude00",
    "\ud83d",
    "\ude00",
    "\ufb01",
    "\u0130",
    "\u200d",
    "a",
    "Z",
    "7",
    "%",
    "x".repeat(100),
    "\u00a0".repeat(100),
    "\ud83d\ude00".repeat(60),
    " ".repeat(200)
  };

  private static String safe(String name) {
    return SafeName.of(name, OTHERWISE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"report.pdf", "Zürich 2025-12.csv", "佐藤.txt", "a.tar.gz", "C++ (1).md"})
  void aHarmlessNameStays(String name) {
    assertThat(safe(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "../../evil.txt, evil.txt",
    "..\\..\\evil.txt, evil.txt",
    "/etc/passwd, passwd",
    "C:\\evil.txt, evil.txt",
    "C:evil.txt, C_evil.txt",
    "\\\\host\\share\\evil.txt, evil.txt",
    "//host/share/evil.txt, evil.txt",
    "a:b.txt, a_b.txt"
  })
  void nothingLeadsElsewhere(String name, String expected) {
    assertThat(safe(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", ".", "..", "...", "/", "a/", "a\\..", "///", "\0", "---", "\u202e"})
  void aNameOfUnsafeCharactersOnlyIsReplaced(String name) {
    assertThat(safe(name)).isEqualTo(OTHERWISE);
  }

  @Test
  void invisibleCharactersAreReplaced() {
    assertThat(safe("a\0b.txt")).isEqualTo("a_b.txt");
    assertThat(safe("line\r\nbreak.txt")).isEqualTo("line__break.txt");
    assertThat(safe("\u202efdp.exe")).isEqualTo("_fdp.exe");
    assertThat(safe("a\u2066b\u2028c\u200fd\ud800e")).isEqualTo("a_b_c_d_e");
  }

  @ParameterizedTest
  @CsvSource({
    "CON, _CON",
    "nul.txt, _nul.txt",
    "COM1.log, _COM1.log",
    "LPT\u00b9, _LPT\u00b9",
    "com\u00b3.a.b, _com\u00b3.a.b",
    "CON .txt, _CON .txt",
    "CON\u00a0.txt, _CON\u00a0.txt",
    "conout$, _conout$",
    "CONE.txt, CONE.txt",
    "COM10, COM10"
  })
  void noDeviceIsNamed(String name, String expected) {
    assertThat(safe(name)).isEqualTo(expected);
  }

  @Test
  void aNameDoesNotBecomeThatOfADeviceByBeingCut() {
    assertThat(safe("CON" + "\u00a0".repeat(200) + "x.txt")).isEqualTo("_CON.txt");
  }

  @Test
  void aNameOfWhichOnlyReplacementsAreLeftByBeingCutGetsAnotherName() {
    assertThat(safe("___" + "\u00a0".repeat(200) + "x")).isEqualTo(OTHERWISE);
  }

  @ParameterizedTest
  @CsvSource({
    "'trailing. ', trailing",
    "trailing..., trailing",
    "'  leading.txt', leading.txt",
    ".htaccess, _htaccess",
    "-rf, _rf",
    "~root, _root",
    "..-~.x, _x"
  })
  void endsThatMeanSomethingAreTakenOff(String name, String expected) {
    assertThat(safe(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "\ud83d\ude00", "\u00e4", "n."})
  void aLongNameIsCutBeforeItsSuffix(String letter) {
    String name = safe(letter.repeat(300) + ".txt");

    assertThat(name).startsWith(letter).endsWith(".txt").doesNotContain("?");
    assertThat(bytes(name)).isBetween(170, 180);
    assertThat(bytes(SafeName.numbered(name, Integer.MAX_VALUE))).isLessThanOrEqualTo(LONGEST);
  }

  @Test
  void aSuffixThatIsNoneIsCutToo() {
    assertThat(bytes(safe("a." + "x".repeat(300)))).isEqualTo(180);
  }

  @ParameterizedTest
  @CsvSource({
    "report.pdf, Report.PDF",
    "Stra\u00dfe, STRASSE",
    "\u00e9.txt, e\u0301.txt",
    "\ufb01le, file",
    "\u03c3, \u03c2"
  })
  void namesThatSomeFileSystemTakesForOneFoldAlike(String one, String other) {
    assertThat(SafeName.folded(one)).isEqualTo(SafeName.folded(other));
  }

  @Test
  void namesOfDifferentFilesFoldApart() {
    assertThat(Stream.of("a.txt", "b.txt", "a (2).txt", "\u00e1.txt").map(SafeName::folded))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"a.txt, a (2).txt", "a.tar.gz, a.tar (2).gz", "a, a (2)"})
  void aNumberComesBeforeTheSuffix(String name, String expected) {
    assertThat(SafeName.numbered(name, 2)).isEqualTo(expected);
  }

  @Test
  void everyNameIsThatOfAFileInTheDirectoryAndStaysWhatItIs() {
    new Random(4711).ints(2_000).mapToObj(SafeNameTest::randomName).forEach(this::assertSafe);
  }

  private static String randomName(int seed) {
    Random random = new Random(seed);
    return IntStream.range(0, 1 + random.nextInt(8))
        .mapToObj(place -> PIECES[random.nextInt(PIECES.length)])
        .collect(Collectors.joining());
  }

  private void assertSafe(String name) {
    String safe = safe(name);

    assertThat(DIRECTORY.resolve(safe).normalize().getParent()).isEqualTo(DIRECTORY);
    assertThat(safe)
        .isNotEmpty()
        .doesNotContainPattern("[\\p{C}<>:\"|?*/\\\\]|^[\\s.~-]|[\\s.]$")
        .isEqualTo(Normalizer.normalize(safe, Normalizer.Form.NFC))
        .isEqualTo(safe(safe));
    assertThat(safe.toUpperCase(Locale.ROOT))
        .doesNotMatch("(CON|PRN|AUX|NUL|CONIN\\$|(COM|LPT)[0-9\u00b9])[\\s\u00a0\u3000]*(\\..*)?");
    assertThat(bytes(SafeName.numbered(safe, 9999))).isLessThanOrEqualTo(LONGEST);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** What looks at each end from each place would not come back for days. */
  @Test
  @Timeout(20)
  void aNameOfMegabytesIsDoneWithAtOnce() {
    for (String part : List.of("w", ".", " ", "\u0301", "/", "CON", "\uD83D\uDE00")) {
      String name = part.repeat(5_000_000 / part.length());

      assertThat(SafeName.of(name + ".png", "otherwise").length()).isBetween(1, 255);
    }
  }

  @Test
  void aNameOfTheGreatestLengthIsNotCut() {
    String fits = "w".repeat(175) + " .png";

    assertThat(SafeName.of(fits, "otherwise")).isEqualTo(fits);
  }

  @Test
  void aSuffixIsKeptIfItIsShort() {
    String name = "w".repeat(300);
    String longest = "." + "s".repeat(15);

    assertThat(SafeName.of(name + longest, "otherwise")).endsWith("w" + longest);
    assertThat(SafeName.of(name + longest + "s", "otherwise")).doesNotContain(".");
  }
}
