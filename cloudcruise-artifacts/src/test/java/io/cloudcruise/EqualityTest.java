package io.cloudcruise;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.archive.SavedArtifact;
import io.cloudcruise.archive.SavedFile;
import io.cloudcruise.archive.SavedRun;
import io.cloudcruise.core.artifact.ArtifactIdentity;
import io.cloudcruise.core.artifact.ArtifactKind;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.rigs.PublicValues;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The laws of equality and hash code, tried on every value that callers can see, those to come
 * included.
 */
class EqualityTest {
  /** Of a file and a failure it has exactly one, so no field of the two can be changed alone. */
  private static final Class<?> TRIED_BY_HAND = SavedArtifact.class;

  static List<Class<?>> values() {
    return PublicValues.besides(SavedRun.class);
  }

  static List<Class<?>> valuesWhoseFieldsAreIndependent() {
    return values().stream().filter(type -> type != TRIED_BY_HAND).toList();
  }

  @Test
  void findsTheValues() {
    assertThat(values()).contains(TRIED_BY_HAND, SavedFile.class, SavedRun.class);
  }

  @ParameterizedTest
  @MethodSource("valuesWhoseFieldsAreIndependent")
  void holds(Class<?> type) {
    EqualsVerifier.forClass(type)
        .withPrefabValues(SavedArtifact.class, missing("a", "x"), missing("b", "x"))
        .verify();
  }

  @Test
  void holdsOfASavedArtifact() {
    List<SavedArtifact> once = savedArtifacts();
    List<SavedArtifact> again = savedArtifacts();

    assertThat(once).doesNotHaveDuplicates().isEqualTo(again);
    assertThat(once)
        .extracting(Object::hashCode)
        .isEqualTo(again.stream().map(Object::hashCode).toList());
  }

  private static List<SavedArtifact> savedArtifacts() {
    return List.of(
        missing("a", "x"),
        missing("b", "x"),
        missing("a", "y"),
        artifact("a", "other", Optional.empty(), Optional.of("x")),
        artifact("a", "a", Optional.of(file("1")), Optional.empty()),
        artifact("a", "a", Optional.of(file("2")), Optional.empty()));
  }

  private static SavedArtifact missing(String name, String failure) {
    return artifact(name, name, Optional.empty(), Optional.of(failure));
  }

  private static SavedArtifact artifact(
      String name, String fileName, Optional<SavedFile> file, Optional<String> failure) {
    return new SavedArtifact(
        new ArtifactIdentity(ArtifactKind.FILE, Optional.empty(), Optional.of(name), 0),
        RunFile.builder().name(fileName).build(),
        file,
        failure);
  }

  private static SavedFile file(String path) {
    return new SavedFile(path, "source", 1, "digest", Optional.empty(), Instant.EPOCH);
  }
}
