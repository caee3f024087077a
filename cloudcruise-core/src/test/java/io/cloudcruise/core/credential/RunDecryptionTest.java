package io.cloudcruise.core.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cloudcruise.core.model.InputVariable;
import io.cloudcruise.core.model.InputVariable.SecretValue;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.VaultEntry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDecryptionTest {
  private static final CredentialCipher CIPHER = cipher("0");
  private static final CredentialCipher OTHER = cipher("1");

  private static CredentialCipher cipher(String digit) {
    return CredentialCipher.of(EncryptionKey.of(digit.repeat(64)), new TinyReader());
  }

  private static RunResults run(Map<String, String> inputs, Map<String, String> credential) {
    Map<String, InputVariable> variables = new LinkedHashMap<>();
    inputs.forEach((name, value) -> variables.put(name, new SecretValue(new Secret(value))));
    Map<String, Secret> secrets = new LinkedHashMap<>();
    credential.forEach((name, value) -> secrets.put(name, new Secret(value)));
    return RunResults.builder(new SessionId("run-1"), RunStatus.of(RunStatus.Kind.SUCCEEDED))
        .inputs(variables)
        .vaultEntries(
            Map.of(
                "PORTAL",
                VaultEntry.builder()
                    .label("label")
                    .domain("site.example")
                    .secrets(secrets)
                    .build()))
        .retries(2L)
        .build();
  }

  @Test
  void putsEverySecretInClear() {
    RunResults encrypted =
        run(
            Map.of("pin", CIPHER.encryptJson(new Secret("1234"))),
            Map.of("password", CIPHER.encryptText(new Secret("sesame"))));

    assertThat(CIPHER.decrypt(encrypted))
        .isEqualTo(run(Map.of("pin", "1234"), Map.of("password", "sesame")));
    assertThat(encrypted.inputs().get("pin")).isNotEqualTo(new SecretValue(new Secret("1234")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sesame",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456",
        "a long phrase of words that somebody learnt by heart, one after another",
        "6f1c2d3e-0000-4000-8000-000000000001, 6f1c2d3e-0000-4000-8000-000000000002",
        "?????bcdef0123456789abcdef0123456789abcdef0123456789abcdef012345"
      })
  void textThatCannotBeCiphertextStaysAsItIs(String clear) {
    RunResults run = run(Map.of("pin", clear), Map.of("password", clear));

    assertThat(CIPHER.decrypt(run)).isEqualTo(run);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0123456789abcdef0123456789abcdef0123456789abcdef01234567",
        "????456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void textThatCouldBeCiphertextIsNotTakenForPlainText(String dubious) {
    RunResults run = run(Map.of("pin", dubious), Map.of());

    assertThatExceptionOfType(CredentialException.class)
        .isThrownBy(() -> CIPHER.decrypt(run))
        .satisfies(failure -> assertThat(failure.fields()).containsExactly("input pin"));
  }

  @Test
  void oneFailureNamesAllThatCannotBeDecrypted() {
    String good = CIPHER.encryptText(new Secret("sesame"));
    String foreign = OTHER.encryptText(new Secret("sesame"));
    String damaged = "?" + good.substring(1);
    Map<String, String> inputs = new LinkedHashMap<>();
    inputs.put("good", good);
    inputs.put("p\nin", foreign);
    inputs.put("cut", good.substring(1));

    assertThatExceptionOfType(CredentialException.class)
        .isThrownBy(() -> CIPHER.decrypt(run(inputs, Map.of("password", damaged))))
        .withMessage(
            "cannot decrypt input p?in; input cut; credential PORTAL, password:"
                + " the key does not fit, or the ciphertext is damaged")
        .withNoCause()
        .satisfies(
            failure ->
                assertThat(failure.fields())
                    .containsExactly("input p?in", "input cut", "credential PORTAL, password"));
  }
}
