package io.cloudcruise.core.model;

import static io.cloudcruise.core.model.Samples.CANARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cloudcruise.core.model.InputVariable.PlainValue;
import io.cloudcruise.core.model.InputVariable.SecretValue;
import io.cloudcruise.core.model.InputVariable.VaultReference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InputVariableTest {
  private static final String ANN = "ann";
  private static final String BOB = "bob";
  private static final String ZOE = "zoe";

  static Stream<Arguments> kinds() {
    return Stream.of(
        arguments(new PlainValue(Samples.json("1")), "plain"),
        arguments(new SecretValue(new Secret("1")), "secret"),
        arguments(new VaultReference(List.of(ANN), false), "vault"),
        arguments(new VaultReference(List.of(ANN, BOB), true), "vault"));
  }

  static Stream<List<String>> notOneUser() {
    return Stream.of(List.of(), List.of(ANN, BOB), List.of(ANN, ANN));
  }

  static Stream<List<String>> pools() {
    return Stream.of(List.of(), List.of(ANN), List.of(ANN, BOB), List.of(ANN, ANN));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void foldsToTheFunctionOfItsKind(InputVariable variable, String kind) {
    String folded = variable.fold(plain -> "plain", secret -> "secret", vault -> "vault");

    assertThat(folded).isEqualTo(kind);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void foldsItself(InputVariable variable, String kind) {
    InputVariable folded = variable.fold(plain -> plain, secret -> secret, vault -> vault);

    assertThat(folded).as(kind).isSameAs(variable);
  }

  @Test
  void referencesOneUserWithoutAPool() {
    var reference = new VaultReference(List.of(ANN), false);

    assertThat(reference.users()).containsExactly(ANN);
    assertThat(reference.pooled()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("notOneUser")
  void refusesWhatIsNotOneUserWithoutAPool(List<String> users) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new VaultReference(users, false))
        .withMessageContaining(users.size() + " users")
        .withMessageNotContaining("ann");
  }

  @ParameterizedTest
  @MethodSource("pools")
  void referencesAPoolOfAnySize(List<String> users) {
    var reference = new VaultReference(users, true);

    assertThat(reference.users()).isEqualTo(users);
    assertThat(reference.pooled()).isTrue();
  }

  @Test
  void tellsAPoolOfOneFromOneUser() {
    assertThat(new VaultReference(List.of(ANN), true))
        .isNotEqualTo(new VaultReference(List.of(ANN), false));
  }

  @Test
  void keepsTheOrderOfAPool() {
    var reference = new VaultReference(List.of(ZOE, ANN, BOB), true);

    assertThat(reference.users()).containsExactly(ZOE, ANN, BOB);
  }

  @Test
  void doesNotPrintASecretValue() {
    assertThat(new SecretValue(new Secret(CANARY)).toString()).doesNotContain(CANARY);
  }

  @Test
  void doesNotPrintAPlainValue() {
    assertThat(new PlainValue(Samples.confidentialJson()).toString()).doesNotContain(CANARY);
  }
}
