package io.cloudcruise.jackson;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.OutputMismatchException;
import io.cloudcruise.core.model.OutputReader;
import io.cloudcruise.core.model.TypeRef;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonOutputReaderTest {
  private static final String CANARY = "canary-5c11";
  private static final OutputReader READER = RunResultsJson.outputReader();

  record Line(String name, int count, @Nullable BigDecimal price) {}

  record Order(String id, List<Line> lines) {}

  enum Size {
    SMALL,
    LARGE
  }

  record Box(Size size, boolean open, long weight, Map<String, Integer> content) {}

  private static JsonText text(String json) {
    return new JsonText(json, READER);
  }

  private static OutputMismatchException mismatch(String json, Class<?> type) {
    return catchThrowableOfType(OutputMismatchException.class, () -> text(json).as(type));
  }

  @Test
  void readsIntegersOfAnySize() {
    String huge = "123456789012345678901234567890123456789012345678901234567890";

    assertThat(text("0").asPlain()).isEqualTo(0L);
    assertThat(text("-9223372036854775808").asPlain()).isEqualTo(Long.MIN_VALUE);
    assertThat(text("9007199254740993").asPlain()).isEqualTo(9007199254740993L);
    assertThat(text("9223372036854775808").asPlain())
        .isEqualTo(new BigInteger("9223372036854775808"));
    assertThat(text(huge).asPlain()).isEqualTo(new BigInteger(huge));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.10", "1.0", "-0.0", "1E400", "1e-400", "0.1234567890123456789012345"})
  void readsDecimalsExactly(String json) {
    assertThat(text(json).asPlain()).isEqualTo(new BigDecimal(json));
  }

  @Test
  void readsPlainValuesWithNullsInOrder() {
    Object plain = text("{\"z\":null,\"a\":[true,null,\"x\",{}],\"m\":false}").asPlain();

    assertThat(plain)
        .isInstanceOf(Map.class)
        .hasToString("{z=null, a=[true, null, x, {}], m=false}");
    assertThat(text("null").asPlain()).isNull();
    assertThat(text("\"\\uD83D\\uDE00\\n\"").asPlain()).isEqualTo("😀\n");
  }

  @Test
  void givesPlainValuesThatCannotBeChanged() {
    Map<?, ?> object = (Map<?, ?>) requireNonNull(text("{\"a\":[1]}").asPlain());
    List<?> list = (List<?>) requireNonNull(object.get("a"));

    assertThatThrownBy(object::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(list::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void readsARecordAndIgnoresWhatItDoesNotHave() {
    Order order =
        text("{\"new\":{\"x\":1},\"lines\":[{\"price\":1.10,\"count\":2,\"name\":\"n\"}],\"id\":\"o\"}")
            .as(Order.class);

    assertThat(order).isEqualTo(new Order("o", List.of(new Line("n", 2, new BigDecimal("1.10")))));
  }

  @Test
  void readsAGenericType() {
    Map<String, List<Line>> lines =
        text("{\"a\":[{\"name\":\"n\",\"count\":1}]}")
            .as(new TypeRef<Map<String, List<Line>>>() {});

    assertThat(lines).isEqualTo(Map.of("a", List.of(new Line("n", 1, null))));
  }

  @Test
  void readsDecimalsOfUntypedPlacesExactly() {
    assertThat(text("{\"a\":1.10}").as(new TypeRef<Map<String, Object>>() {}))
        .isEqualTo(Map.of("a", new BigDecimal("1.10")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"n\",\"count\":\"1\"} | /count | int",
        "{\"name\":\"n\",\"count\":1.5} | /count | int",
        "{\"name\":\"n\",\"count\":1.0} | /count | int",
        "{\"name\":\"n\",\"count\":null} | /count | int",
        "{\"name\":\"n\",\"count\":true} | /count | int",
        "{\"name\":\"n\",\"count\":\"\"} | /count | int",
        "{\"name\":\"n\",\"count\":[1]} | /count | int",
        "{\"name\":\"n\",\"count\":1,\"price\":\"1.10\"} | /price | java.math.BigDecimal",
        "{\"name\":\"n\",\"count\":1,\"price\":\"\"} | /price | java.math.BigDecimal",
        "{\"name\":{},\"count\":1} | /name | java.lang.String",
        "[] | '' | io.cloudcruise.jackson.JacksonOutputReaderTest$Line",
        "\"\" | '' | io.cloudcruise.jackson.JacksonOutputReaderTest$Line",
      })
  void refusesToCoerce(String json, String path, String expected) {
    OutputMismatchException mismatch = mismatch(json, Line.class);

    assertThat(mismatch.path()).isEqualTo(path);
    assertThat(mismatch.expected()).isEqualTo(expected);
    assertThat(mismatch).hasNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "1.10", "true"})
  void refusesToMakeTextOfWhatIsNone(String value) {
    assertThat(mismatch("{\"name\":" + value + ",\"count\":1}", Line.class).path())
        .isEqualTo("/name");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"size\":1} | /size",
        "{\"size\":\"\"} | /size",
        "{\"size\":\"HUGE\"} | /size",
        "{\"size\":\"SMALL\",\"open\":1} | /open",
        "{\"size\":\"SMALL\",\"open\":\"true\"} | /open",
        "{\"size\":\"SMALL\",\"open\":true,\"weight\":9223372036854775808} | /weight",
        "{\"size\":\"SMALL\",\"open\":true,\"weight\":1,\"content\":{\"a/b~c\":\"1\"}} |"
            + " /content/a~1b~0c",
      })
  void namesThePlaceOfAMismatch(String json, String path) {
    assertThat(mismatch(json, Box.class).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\":\"@\",\"count\":\"@\"}",
        "{\"name\":{\"x\":\"@\"}}",
        "\"@\"",
        "[\"@\"]",
        "{\"name\":\"@",
        "{\"name\":\"@\",\"name\":\"@\"}",
        "{\"name\":\"n\",\"count\":1} @",
        "@",
      })
  void neverShowsTheValue(String json) {
    OutputMismatchException mismatch = mismatch(json.replace("@", CANARY), Line.class);

    assertThat(mismatch.toString()).doesNotContain(CANARY);
    assertThat(mismatch).hasNoCause().hasNoSuppressedExceptions();
  }

  @Test
  void refusesNullForAValue() {
    assertThat(mismatch("null", Line.class).found()).isEqualTo("null");
  }

  static String[] unreadable() {
    return new String[] {
      "{\"a\":1,\"a\":2}",
      "[{\"x\":{\"a\":1,\"b\":2,\"a\":1}}]",
      "",
      " ",
      "{",
      "1 2",
      "{} x",
      "1E99999999999",
      "9".repeat(10_001),
      "[".repeat(101) + "]".repeat(101),
    };
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void refusesToReadWhatMakesNoSense(String json) {
    assertThatThrownBy(() -> text(json).asPlain())
        .isExactlyInstanceOf(OutputMismatchException.class)
        .hasNoCause();
    assertThatThrownBy(() -> text(json).as(Object.class))
        .isExactlyInstanceOf(OutputMismatchException.class)
        .hasNoCause();
  }

  @Test
  void refusesATypeThatCannotBeRead() {
    assertThat(mismatch("{}", OutputReader.class).expected()).contains("OutputReader");
  }
}
