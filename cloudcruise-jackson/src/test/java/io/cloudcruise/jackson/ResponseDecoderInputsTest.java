package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.decode;
import static io.cloudcruise.jackson.ResponseDecoderRig.json;
import static io.cloudcruise.jackson.ResponseDecoderRig.response;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.InputVariable;
import io.cloudcruise.core.model.InputVariable.PlainValue;
import io.cloudcruise.core.model.InputVariable.SecretValue;
import io.cloudcruise.core.model.InputVariable.VaultReference;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.VaultEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseDecoderInputsTest {
  private static final String CANARY = "canary-91d0";

  private static InputVariable input(String name, String fields) {
    return requireNonNull(decode(response(fields.replace('\'', '"'))).inputs().get(name));
  }

  private static VaultEntry entry(String json) {
    String fields = "\"vault_entries\":{\"A\":" + json.replace('\'', '"') + "}";
    return requireNonNull(decode(response(fields)).vaultEntries().get("A"));
  }

  private static InputVariable secret(String value) {
    return new SecretValue(new Secret(value));
  }

  private static VaultReference users(boolean pooled, String... ids) {
    return new VaultReference(List.of(ids), pooled);
  }

  @ParameterizedTest
  @CsvSource({"PIN, PIN", "PIN, $PIN", "$PIN, PIN", "$PIN, $PIN"})
  void wrapsASecretWhateverComesFirst(String name, String marked) {
    String inputs = "'input_variables':{'" + name + "':'p\\u0041'}";
    String marks = "'encrypted_variables':['" + marked + "']";

    assertThat(input(name, inputs + "," + marks)).isEqualTo(secret("pA"));
    assertThat(input(name, marks + "," + inputs)).isEqualTo(secret("pA"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "1.10",
        "true",
        "null",
        "[1, 2]",
        "{\"a\":  null}",
        "{\"a\":1,\"a\":2}",
        "1E99999999999",
      })
  void wrapsASecretOfAnyKind(String value) {
    RunResults results =
        decode(
            response("\"input_variables\":{\"S\":" + value + "},\"encrypted_variables\":[\"S\"]"));

    assertThat(results.inputs()).isEqualTo(Map.of("S", secret(value)));
  }

  @Test
  void takesNamesOfSecretsThatAreNotThere() {
    RunResults results =
        decode(
            response("\"input_variables\":{\"a\":1},\"encrypted_variables\":[\"A\",\"\",\"$\"]"));

    assertThat(results.inputs()).isEqualTo(Map.of("a", new PlainValue(json("1"))));
    assertThat(results.secretInputs()).containsExactly("A", "", "$");
  }

  @Test
  void readsAReferenceToOneUser() {
    assertThat(input("A", "'vault_entries':{'A':null},'input_variables':{'A':'u'}"))
        .isEqualTo(users(false, "u"));
  }

  @Test
  void readsAReferenceToAPool() {
    assertThat(input("A", "'input_variables':{'A':['u','v']},'vault_entries':{'A':{}}"))
        .isEqualTo(users(true, "u", "v"));
    assertThat(input("A", "'input_variables':{'A':['u']},'vault_entries':{'A':{}}"))
        .isEqualTo(users(true, "u"));
    assertThat(input("A", "'input_variables':{'A':[]},'vault_entries':{'A':{}}"))
        .isEqualTo(users(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5",
        "null",
        "true",
        "{\"user\": \"u\"}",
        "[\"u\", 5]",
        "[null]",
        "[{\"a\":1,\"a\":2}]",
        "1E99999999999",
      })
  void leavesWhatIsNoReferencePlain(String value) {
    RunResults results =
        decode(response("\"input_variables\":{\"A\":" + value + "},\"vault_entries\":{\"A\":{}}"));

    assertThat(results.inputs()).isEqualTo(Map.of("A", new PlainValue(json(value))));
  }

  @Test
  void takesAnAliasThatIsMarkedForASecret() {
    assertThat(
            input(
                "A",
                "'vault_entries':{'A':{}},'encrypted_variables':['A'],'input_variables':{'A':'u'}"))
        .isEqualTo(secret("u"));
  }

  @Test
  void keepsTheOrderOfInputsAndEntries() {
    RunResults results =
        decode(
            response(
                "\"input_variables\":{\"z\":1,\"a\":2,\"m\":3},"
                    + "\"vault_entries\":{\"y\":{},\"b\":{},\"n\":{}}"));

    assertThat(results.inputs().keySet()).containsExactly("z", "a", "m");
    assertThat(results.vaultEntries().keySet()).containsExactly("y", "b", "n");
  }

  @Test
  void readsUserAliasAndDomainOfAnEntry() {
    VaultEntry entry =
        entry("{'permissioned_user_id':'u','user_alias':'l','domain':'https://d.example.org'}");

    assertThat(entry)
        .isEqualTo(
            VaultEntry.builder().userId("u").label("l").domain("https://d.example.org").build());
  }

  @Test
  void readsTheOtherRawValuesOfUserAndAliasAndKeepsThem() {
    VaultEntry entry = entry("{'user_id':'u','alias':'l\\n'}");

    assertThat(entry.userId()).contains("u");
    assertThat(entry.label()).contains("l\n");
    assertThat(entry.otherFields())
        .containsExactly(Map.entry("user_id", json("\"u\"")), Map.entry("alias", json("\"l\\n\"")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'user_id':'v','permissioned_user_id':'u','alias':'m','user_alias':'l'}",
        "{'user_alias':'l','alias':'m','permissioned_user_id':'u','user_id':'v'}",
      })
  void prefersTheRawValuesThatTheVaultItselfUses(String json) {
    VaultEntry entry = entry(json);

    assertThat(entry.userId()).contains("u");
    assertThat(entry.label()).contains("l");
    assertThat(entry.otherFields())
        .isEqualTo(Map.of("user_id", json("\"v\""), "alias", json("\"m\"")));
  }

  @Test
  void takesAllElseOfAnEntryForSecret() {
    VaultEntry entry =
        entry("{'password':'p\\t','pin':5,'cookies':[ {'a':1,'a':2} ],'on':true,'domain':['d']}");

    assertThat(entry.domain()).isEmpty();
    assertThat(entry.secrets())
        .containsExactly(
            Map.entry("password", new Secret("p\t")),
            Map.entry("pin", new Secret("5")),
            Map.entry("cookies", new Secret("[ {\"a\":1,\"a\":2} ]")),
            Map.entry("on", new Secret("true")),
            Map.entry("domain", new Secret("[\"d\"]")));
  }

  @Test
  void keepsTheNullsOfAnEntry() {
    VaultEntry entry = entry("{'password':null,'permissioned_user_id':null,'user_id':'u'}");

    assertThat(entry.userId()).contains("u");
    assertThat(entry.secrets()).isEmpty();
    assertThat(entry.otherFields().keySet())
        .containsExactly("password", "permissioned_user_id", "user_id");
  }

  @Test
  void readsAnEntryThatSaysNothing() {
    assertThat(entry("{}")).isEqualTo(VaultEntry.builder().build());
  }

  @Test
  void keepsAnEntryThatIsNull() {
    VaultEntry entry = entry("null");

    assertThat(entry.secrets()).isEmpty();
    assertThat(entry.otherFields()).containsOnlyKeys(VaultEntry.WHOLE);
  }

  @Test
  void printsNoSecretOfAnything() {
    String fields =
        """
        "input_variables":{"A":"%1$s","B":["%1$s"],"C":{"x":"%1$s"}},
        "encrypted_variables":["A","B","C"],
        "vault_entries":{"V":{"password":"%1$s","cookies":["%1$s"],"more":{"x":"%1$s"}}},
        "data":"%1$s","new":"%1$s",
        "errors":[{"message":"%1$s","original_error":"%1$s","input_recovery":"%1$s",
         "prompt":"%1$s","llm_error_description":"%1$s","password_update_recovery":{"x":"%1$s"},
         "full_url":"https://example.org/?token=%1$s","new":"%1$s"}],
        "file_urls":[{"signed_file_url":"https://example.org/f?token=%1$s","metadata":"%1$s"}],
        "video_urls":[{"signed_screen_recording_url":"https://example.org/v#%1$s"}],
        "screenshot_urls":[{"signed_screenshot_url":"https://u:%1$s@example.org/s","new":"%1$s"}]
        """
            .replace("%1$s", CANARY);

    RunResults results = decode(response(fields));

    List<Object> everything =
        List.of(
            results,
            results.inputs(),
            results.vaultEntries(),
            results.output(),
            results.otherFields(),
            results.errors(),
            results.errors().get(0).pageUrl(),
            results.errors().get(0).otherFields(),
            results.errors().get(0).inputRecovery(),
            results.artifacts(),
            results.outcome());
    assertThat(everything).allSatisfy(thing -> assertThat(thing.toString()).doesNotContain(CANARY));
  }
}
