package io.cloudcruise.jackson;

import io.cloudcruise.jackson.Tree.Items;
import io.cloudcruise.jackson.Tree.Literal;
import io.cloudcruise.jackson.Tree.Member;
import io.cloudcruise.jackson.Tree.Members;
import io.cloudcruise.jackson.Tree.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** JSON of every kind, odd and large ones included. */
final class ArbitraryJson {
  private static final String LONG_TEXT = "long ".repeat(2_000);
  private static final String LONGEST_NUMBER = "9".repeat(10_000);
  private static final String DEEP = "[".repeat(60) + "]".repeat(60);

  private ArbitraryJson() {}

  static Arbitrary<String> strings() {
    return Arbitraries.frequencyOf(
        Tuple.of(400, Arbitraries.strings().ascii().ofMaxLength(12)),
        Tuple.of(200, Arbitraries.strings().all().ofMaxLength(6)),
        Tuple.of(
            200,
            Arbitraries.of(
                "",
                " ",
                "***",
                "null",
                "$",
                "\uD800",
                "\uDC00\uD800",
                "\u0000",
                "\uFFFF",
                "é",
                "\uD83D\uDE00",
                "\u2028",
                "\"}],{[\"",
                "\\",
                "a\nb")),
        Tuple.of(1, Arbitraries.just(LONG_TEXT)));
  }

  /** The parser refuses names that hold half a surrogate pair. */
  static Arbitrary<String> names() {
    return strings().filter(name -> StandardCharsets.UTF_8.newEncoder().canEncode(name));
  }

  static Arbitrary<Tree> texts() {
    return strings().<Tree>map(Text::new);
  }

  static Arbitrary<Tree> numbers() {
    return Arbitraries.frequencyOf(
            Tuple.of(200, Arbitraries.longs().map(String::valueOf)),
            Tuple.of(
                100,
                Arbitraries.bigIntegers()
                    .between(BigInteger.TEN.pow(40).negate(), BigInteger.TEN.pow(40))
                    .map(String::valueOf)),
            Tuple.of(
                100,
                Arbitraries.bigDecimals()
                    .between(BigDecimal.TEN.pow(9).negate(), BigDecimal.TEN.pow(9))
                    .map(String::valueOf)),
            Tuple.of(
                200,
                Arbitraries.of(
                    "0",
                    "-0",
                    "-0.0",
                    "1.10",
                    "1E400",
                    "1e-400",
                    "1E+2",
                    "1E99999999999",
                    "9223372036854775807",
                    "9223372036854775808",
                    "9007199254740993")),
            Tuple.of(1, Arbitraries.just(LONGEST_NUMBER)))
        .<Tree>map(Literal::new);
  }

  static Arbitrary<Tree> booleans() {
    return Arbitraries.of("true", "false").<Tree>map(Literal::new);
  }

  private static Arbitrary<Tree> spelledOddly() {
    return Arbitraries.of(
            "{ \n\t\"b\" : [ 1 ,2 ] , \"a\":{ } }",
            "\"\\u0041\\/\\uD83D\\uDE00\"",
            "{\"twice\":1,\"twice\":2}",
            "[ ]",
            DEEP)
        .<Tree>map(Literal::new);
  }

  static Arbitrary<Tree> values() {
    return values(3);
  }

  private static Arbitrary<Tree> values(int depth) {
    Arbitrary<Tree> flat =
        Arbitraries.frequencyOf(
            Tuple.of(4, texts()),
            Tuple.of(4, numbers()),
            Tuple.of(2, booleans()),
            Tuple.of(2, Arbitraries.just(Tree.NULL)),
            Tuple.of(1, spelledOddly()));
    return depth == 0
        ? flat
        : Arbitraries.frequencyOf(
            Tuple.of(4, flat), Tuple.of(1, items(depth - 1)), Tuple.of(1, members(depth - 1)));
  }

  private static Arbitrary<Tree> items(int depth) {
    return values(depth).list().ofMaxSize(3).<Tree>map(Items::new);
  }

  private static Arbitrary<Tree> members(int depth) {
    return Combinators.combine(names(), values(depth))
        .as(Member::new)
        .list()
        .ofMaxSize(3)
        .<Tree>map(Members::new);
  }
}
