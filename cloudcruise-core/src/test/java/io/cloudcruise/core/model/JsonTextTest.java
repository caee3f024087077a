package io.cloudcruise.core.model;

import static io.cloudcruise.core.model.Samples.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.ParameterizedType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  private static final TypeRef<List<String>> STRINGS = new TypeRef<>() {};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"\"",
        "{}",
        "{\"b\":1,\"a\":2,\"b\":3}",
        " { \"a\" : 1.0 ,\r\n\t\"n\" : null } ",
        "123456789012345678901234567890.10",
        "1E400",
        "\"\\u00e9\u00E9\\/\""
      })
  void keepsTheTextWordForWord(String text) {
    assertThat(json(text).text()).isEqualTo(text);
  }

  @Test
  void readsPlainValuesThroughItsReader() {
    var reader = FakeOutputReader.responding(List.of("a"));

    var plain = new JsonText("[\"a\"]", reader).asPlain();

    assertThat(plain).isEqualTo(List.of("a"));
    assertThat(reader.texts()).containsExactly("[\"a\"]");
  }

  @Test
  void readsJsonNullAsPlainNull() {
    var nothing = new JsonText("null", FakeOutputReader.responding(null));

    assertThat(nothing.asPlain()).isNull();
  }

  @Test
  void readsAClassThroughItsReader() {
    var reader = FakeOutputReader.responding("a");

    String value = new JsonText("\"a\"", reader).as(String.class);

    assertThat(value).isEqualTo("a");
    assertThat(reader.texts()).containsExactly("\"a\"");
    assertThat(reader.types()).containsExactly(String.class);
  }

  @Test
  void readsAPrimitiveClass() {
    var reader = FakeOutputReader.responding(7);

    int value = new JsonText("7", reader).as(int.class);

    assertThat(value).isEqualTo(7);
    assertThat(reader.types()).containsExactly(int.class);
  }

  @Test
  void readsAGenericTypeThroughItsReader() {
    var reader = FakeOutputReader.responding(List.of("a"));

    List<String> value = new JsonText("[\"a\"]", reader).as(STRINGS);

    assertThat(value).containsExactly("a");
    assertThat(reader.texts()).containsExactly("[\"a\"]");
    assertThat(reader.types()).containsExactly(STRINGS.type());
    assertThat(reader.types().get(0)).isInstanceOf(ParameterizedType.class);
  }

  @Test
  void readsAnewEachTime() {
    var reader = FakeOutputReader.responding("a");
    var text = new JsonText("\"a\"", reader);

    text.as(String.class);
    text.as(String.class);

    assertThat(reader.texts()).hasSize(2);
  }

  @Test
  void readsNothingUntilItIsAsked() {
    var reader = FakeOutputReader.responding("a");

    var text = new JsonText("\"a\"", reader);

    assertThat(text.text()).isEqualTo("\"a\"");
    assertThat(reader.texts()).isEmpty();
  }

  @Test
  void doesNotFitAClassIfItIsJsonNull() {
    var nothing = new JsonText("null", FakeOutputReader.responding(null));

    assertThatExceptionOfType(OutputMismatchException.class)
        .isThrownBy(() -> nothing.as(String.class))
        .satisfies(mismatch -> assertThat(mismatch.path()).isEmpty())
        .satisfies(mismatch -> assertThat(mismatch.expected()).isEqualTo("java.lang.String"))
        .satisfies(mismatch -> assertThat(mismatch.found()).isEqualTo("null"));
  }

  @Test
  void doesNotFitAGenericTypeIfItIsJsonNull() {
    var nothing = new JsonText("null", FakeOutputReader.responding(null));

    assertThatExceptionOfType(OutputMismatchException.class)
        .isThrownBy(() -> nothing.as(STRINGS))
        .satisfies(
            mismatch ->
                assertThat(mismatch.expected()).isEqualTo("java.util.List<java.lang.String>"));
  }

  @Test
  void equalsByItsTextWhateverReadsIt() {
    var one = new JsonText("{}", FakeOutputReader.responding("one"));
    var other = new JsonText("{}", FakeOutputReader.responding("other"));

    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{ }", "[]", " {}"})
  void differsFromAnyOtherTextEvenOfTheSameMeaning(String text) {
    assertThat(json("{}")).isNotEqualTo(json(text)).isNotEqualTo(null);
  }

  @Test
  void printsItsLengthAndNoContent() {
    assertThat(json("{\"a\":\"canary\"}")).hasToString("JsonText[14 bytes]");
  }

  @Test
  void isTheSameWhetherCutFromBytesOrWrapped() {
    byte[] source = "x{\"a\":\"é\"}y".getBytes(StandardCharsets.UTF_8);

    JsonText cut =
        JsonText.ofUtf8(source, 1, source.length - 1, FakeOutputReader.responding(List.of()));

    assertThat(cut.text()).isEqualTo("{\"a\":\"é\"}");
    assertThat(cut).isEqualTo(json("{\"a\":\"é\"}")).hasSameHashCodeAs(json("{\"a\":\"é\"}"));
  }

  @Test
  void doesNotFollowChangesOfItsSource() {
    byte[] source = "[1]".getBytes(StandardCharsets.UTF_8);
    JsonText cut = JsonText.ofUtf8(source, 0, 3, FakeOutputReader.responding(List.of()));

    source[1] = '2';

    assertThat(cut.text()).isEqualTo("[1]");
  }

  @Test
  void refusesHalfASurrogatePair() {
    assertThatIllegalArgumentException().isThrownBy(() -> json("\"\uD800\""));
  }
}
