package io.cloudcruise.jackson;

import static io.cloudcruise.jackson.ResponseDecoderRig.BYTE_ORDER_MARK;
import static io.cloudcruise.jackson.ResponseDecoderRig.decode;
import static io.cloudcruise.jackson.ResponseDecoderRig.joined;
import static io.cloudcruise.jackson.ResponseDecoderRig.json;
import static io.cloudcruise.jackson.ResponseDecoderRig.response;
import static io.cloudcruise.jackson.ResponseDecoderRig.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.InputVariable.PlainValue;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.RunResults;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What belongs to the caller comes out character for character. */
class ResponseDecoderExactTextTest {
  private static final int DOCUMENTS = 3000;

  static String[] texts() {
    return new String[] {
      "\"text\"",
      "\"\"",
      "\"\\\"\"",
      "\"\\\\\"",
      "\"ends in a quote\\\"\"",
      "\"ends in a backslash\\\\\"",
      "\"}],{[\"",
      "\"\\u0041\\/\\b\\f\\n\\r\\t\\uD83D\\uDE00\\ud800\"",
      "\"😀 “é” \uFFFD \u2028 \u007f\"",
      "0",
      "-0",
      "-0.0",
      "1.10",
      "1E400",
      "1e-400",
      "1E+2",
      "1E99999999999",
      "9007199254740993",
      "123456789012345678901234567890123456789012345678901234567890",
      "0.1234567890123456789012345678901234567890",
      "true",
      "false",
      "[]",
      "[ ]",
      "{}",
      "{ \n }",
      "[null,[null],{\"a\":null}]",
      "{\"z\":1,\"a\":2,\"Z\":{\"b\" : [ ] , \"a\":{}}}",
      "{\n\t\"a\" :\r\n  [ 1 ,2,\t3 ]\n}",
      "{\"a\":1,\"a\":2}",
      "{\"\":\"\",\" \":\" \",\"\\u0000\":\"\\u0000\"}",
      "{\"session_id\":\"x\",\"data\":{\"data\":1},\"é\":\"é\"}",
    };
  }

  private static void assertKept(String text, byte[] response) {
    assertThat(decode(response, "run-1").output()).map(JsonText::text).contains(text);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void keepsTheOutputWhereverItStands(String text) {
    String required = "\"session_id\":\"run-1\",\"status\":\"x\"";

    assertKept(text, utf8("{\"data\":" + text + "," + required + "}"));
    assertKept(text, utf8("{ \"data\" : " + text + " , " + required + "}"));
    assertKept(text, utf8("{\"session_id\":\"run-1\",\"data\":\n" + text + "\n,\"status\":\"x\"}"));
    assertKept(text, utf8("{" + required + ",\"data\":" + text + "}"));
    assertKept(text, utf8("{\"é😀\":\"é😀\"," + required + ",\"data\":\t" + text + "\t}\n"));
    assertKept(text, joined(BYTE_ORDER_MARK, utf8("{" + required + ",\"data\":" + text + "}")));
  }

  @Test
  void tellsNullFromNothing() {
    assertThat(decode(response("\"data\": null ")).output()).isEmpty();
    assertThat(decode(response("\"data\": null ")).otherFields())
        .isEqualTo(Map.of("data", json("null")));
    assertThat(decode(response("\"x\":1")).otherFields()).isEqualTo(Map.of("x", json("1")));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void keepsEveryOtherTextOfTheCaller(String text) {
    assertEveryTextKept(text, false);
    assertEveryTextKept(text, true);
  }

  @Test
  void keepsWhateverJsonThereIs() {
    Random random = new Random(20_260_301);
    for (int i = 0; i < DOCUMENTS; i++) {
      assertEveryTextKept(RandomJson.value(random, 5), i % 2 == 0);
    }
  }

  private static void assertEveryTextKept(String text, boolean marked) {
    String space = marked ? " " : "";
    String fields =
        "'data':%1$s,'new':%1$s,'input_variables':{'A':%1$s},'file_urls':[{'metadata':%1$s}],"
            + "'screenshot_urls':[{'metadata':%1$s,'new':%1$s}],"
            + "'errors':[{'input_recovery':%1$s,'password_update_recovery':%1$s,'new':%1$s}],"
            + "'video_urls':[{'new':%1$s}]";
    byte[] response =
        utf8(response(fields.replace('\'', '"').replace("%1$s", space + text + space)));

    RunResults results = decode(marked ? joined(BYTE_ORDER_MARK, response) : response, "run-1");

    JsonText whole = json(text);
    Map<String, JsonText> kept = Map.of("new", whole);
    assertThat(results.output()).contains(whole);
    assertThat(results.otherFields()).isEqualTo(kept);
    assertThat(results.inputs()).isEqualTo(Map.of("A", new PlainValue(whole)));
    assertThat(results.files().get(0).metadata()).contains(whole);
    assertThat(results.screenshots().get(0).metadata()).contains(whole);
    assertThat(results.screenshots().get(0).otherFields()).isEqualTo(kept);
    assertThat(results.errors().get(0).inputRecovery()).contains(whole);
    assertThat(results.errors().get(0).passwordUpdateRecovery()).contains(whole);
    assertThat(results.errors().get(0).otherFields()).isEqualTo(kept);
    assertThat(results.recordings().get(0).otherFields()).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(ints = {3990, 4000, 8000, 8190, 64_000, 1_000_000})
  void keepsLargeOutput(int size) {
    for (int more = 0; more < 12; more++) {
      String text = "[\"" + "é".repeat(size / 2) + "x".repeat(more) + "\", 1.10 ]";

      assertThat(decode(response("\"data\":" + text)).output()).isEqualTo(Optional.of(json(text)));
    }
  }

  /** Writes JSON that nobody would write, but that is JSON. Never a bare null. */
  private static final class RandomJson {
    private static final String[] SPACES = {"", "", " ", "\n", "\t", "\r\n", "   "};
    private static final String[] PIECES = {
      "a",
      "Z",
      "\\\"",
      "\\\\",
      "\\/",
      "\\u0041",
      "\\uD83D\\uDE00",
      "😀",
      "é",
      "\\n",
      "{",
      "]",
      ",",
      ":",
      " ",
      "'",
      "//",
      "\\ud800",
      "日本"
    };
    private static final String[] NUMBERS = {
      "0", "-0", "1.10", "-1e9", "1E400", "9007199254740993", "0.000", "12345678901234567890.5"
    };

    static String value(Random random, int depth) {
      return switch (random.nextInt(depth > 0 ? 6 : 3)) {
        case 0 -> text(random);
        case 1 -> NUMBERS[random.nextInt(NUMBERS.length)];
        case 2 -> random.nextBoolean() ? "true" : "false";
        case 3, 4 -> object(random, depth);
        default -> array(random, depth);
      };
    }

    private static String orNull(Random random, int depth) {
      String value = random.nextInt(8) == 0 ? "null" : value(random, depth);
      return space(random) + value + space(random);
    }

    private static String text(Random random) {
      StringBuilder text = new StringBuilder("\"");
      for (int pieces = random.nextInt(8); pieces > 0; pieces--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
      }
      return text.append('"').toString();
    }

    private static String object(Random random, int depth) {
      StringBuilder text = new StringBuilder("{").append(space(random));
      for (int fields = random.nextInt(4); fields > 0; fields--) {
        text.append("\"k").append(fields).append("\"").append(space(random)).append(':');
        text.append(orNull(random, depth - 1)).append(fields > 1 ? "," : "");
      }
      return text.append('}').toString();
    }

    private static String array(Random random, int depth) {
      StringBuilder text = new StringBuilder("[").append(space(random));
      for (int elements = random.nextInt(4); elements > 0; elements--) {
        text.append(orNull(random, depth - 1)).append(elements > 1 ? "," : "");
      }
      return text.append(']').toString();
    }

    private static String space(Random random) {
      return SPACES[random.nextInt(SPACES.length)];
    }
  }
}
