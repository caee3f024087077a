package io.cloudcruise.reliability.leaks;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.reliability.leaks.SecretScanner.Found;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sources, fixtures, documents, pacts and scenarios hold nothing that looks like a real secret. */
class RepositoryTest {
  private static final Set<String> MADE_BY_TOOLS =
      Set.of("target", ".git", ".idea", "node_modules");

  private static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("mvnw"))) {
      directory = directory.getParent();
    }
    return directory;
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes unused) {
            return MADE_BY_TOOLS.contains(directory.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static List<Found> foundIn(Path file) throws IOException {
    return SecretScanner.in(Files.readString(file, ISO_8859_1));
  }

  @Test
  void noFileHoldsWhatLooksLikeASecret() throws IOException {
    List<AllowedFinds> found = new ArrayList<>();
    for (Path file : files()) {
      foundIn(file).stream()
          .collect(Collectors.groupingBy(Found::kind, Collectors.counting()))
          .forEach((kind, count) -> found.add(AllowedFinds.of(nameOf(file), kind, count)));
    }

    assertThat(found).containsExactlyInAnyOrderElementsOf(AllowedFinds.ALL.keySet());
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString();
  }

  @Test
  void allFilesAreLookedInto() throws IOException {
    Set<String> names =
        files().stream()
            .map(file -> root().relativize(file))
            .map(Path::toString)
            .collect(Collectors.toSet());

    assertThat(names)
        .contains("README.md", "pom.xml", "SECURITY.md")
        .anyMatch(name -> name.endsWith("cloudcruise-java-cloudcruise-api.json"))
        .anyMatch(name -> name.endsWith("attacks.json"))
        .anyMatch(name -> name.endsWith("LeakTest.java"));
  }

  /** Put together here only, so that this file holds none. */
  static Stream<Found> planted() {
    String hex = "0123456789abcdef".repeat(4);
    String word = "Zq3".repeat(20);
    return Stream.of(
        new Found("key of AWS", "AKIA" + word.toUpperCase(Locale.ROOT).substring(0, 16)),
        new Found("signature of a URL", "X-Amz-Signature=" + hex),
        new Found("signature of a URL", "?sig=" + word),
        new Found("JSON Web Token", "eyJ" + word + "." + word),
        new Found("API key", "sk_" + "live_" + word),
        new Found("API key", "sk-" + word),
        new Found("private key", "-----BEGIN " + "RSA PRIVATE KEY-----"),
        new Found("private key", "-----BEGIN " + "PRIVATE KEY-----"),
        new Found("token of GitHub", "ghp_" + word.substring(0, 36)),
        new Found("token of GitHub", "github_" + "pat_" + word),
        new Found("token of Slack", "xoxb-" + word),
        new Found("key of Google", "AIza" + word.substring(0, 35)),
        new Found("hex key", hex),
        new Found("password in a URL", "https://somebody" + ":secret@"));
  }

  @ParameterizedTest
  @MethodSource("planted")
  void theScannerFindsEachKind(Found secret) {
    assertThat(SecretScanner.in("{\"a\": \"" + secret.text() + "\"}")).contains(secret);
  }

  @Test
  void everyKindIsPlanted() {
    assertThat(planted().map(Found::kind)).containsAll(SecretScanner.kinds());
  }
}
