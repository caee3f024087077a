package io.cloudcruise.core.model;

import static io.cloudcruise.core.model.Samples.CANARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Named.named;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
  private static final Secret SECRET = new Secret(CANARY);

  static Stream<Named<Object>> holders() {
    return Stream.of(
        named("Optional", Optional.of(SECRET)),
        named("List", List.of(SECRET)),
        named("Set", Set.of(SECRET)),
        named("Map", Map.of("key", SECRET)),
        named("SecretValue", new InputVariable.SecretValue(SECRET)),
        named("VaultEntry", vaultEntry()),
        named("RunResults", results()));
  }

  private static VaultEntry vaultEntry() {
    return VaultEntry.builder()
        .secrets(Map.of("password", SECRET))
        .otherFields(Map.of("cookies", Samples.confidentialJson()))
        .build();
  }

  private static RunResults results() {
    return RunResults.builder(Samples.SESSION, RunStatus.of(RunStatus.Kind.SUCCEEDED))
        .inputs(Map.of("password", new InputVariable.SecretValue(SECRET)))
        .vaultEntries(Map.of("LOGIN", vaultEntry()))
        .build();
  }

  @Test
  void handsItsValueOut() {
    assertThat(SECRET.reveal()).isEqualTo(CANARY);
  }

  @Test
  void printsAMask() {
    assertThat(SECRET).hasToString("***");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "a very long value, much longer than its mask"})
  void printsTheSameMaskForEveryValue(String value) {
    assertThat(new Secret(value)).hasToString(Secret.MASK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "%S", "%20s", "%-20s", "%.2s", "%h"})
  void doesNotPrintWhenFormatted(String format) {
    var printed = String.format(Locale.ROOT, format, SECRET);

    assertThat(printed).doesNotContainIgnoringCase("ca");
  }

  @ParameterizedTest
  @MethodSource("holders")
  void doesNotPrintAsPartOfWhatHoldsIt(Object holder) {
    assertThat(holder.toString()).doesNotContain(CANARY);
  }

  @ParameterizedTest
  @MethodSource("holders")
  void doesNotPrintAsPartOfAFormattedHolder(Object holder) {
    var printed = String.format(Locale.ROOT, "%s %S", holder, holder);

    assertThat(printed).doesNotContainIgnoringCase(CANARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "p\u00E4ssword", "\uD83D\uDE00", "\u0000"})
  void equalsASecretOfTheSameValue(String value) {
    var one = new Secret(value);
    var other = new Secret(String.valueOf(value.toCharArray()));

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(other).isEqualTo(one);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Canary", "canary ", "canar", "***"})
  void differsFromASecretOfAnotherValue(String value) {
    assertThat(SECRET).isNotEqualTo(new Secret(value));
  }

  @Test
  void differsFromASecretThatPollsTheSameInUtf8() {
    assertThat(new Secret("\uD800")).isNotEqualTo(new Secret("?"));
  }

  @Test
  void differsFromItsOwnText() {
    assertThat(SECRET.equals((Object) CANARY)).isFalse();
  }

  @Test
  void differsFromNull() {
    assertThat(SECRET).isNotEqualTo(null);
  }

  @Test
  void isNotSerializable() {
    assertThat(Serializable.class.isAssignableFrom(Secret.class)).isFalse();
  }

  @Test
  void refusesJavaSerialisation() throws IOException {
    try (var out = new ObjectOutputStream(new ByteArrayOutputStream())) {
      assertThatExceptionOfType(NotSerializableException.class)
          .isThrownBy(() -> out.writeObject(SECRET))
          .withMessageNotContaining(CANARY);
    }
  }
}
