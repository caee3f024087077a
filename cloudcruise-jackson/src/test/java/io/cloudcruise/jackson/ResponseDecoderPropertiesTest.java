package io.cloudcruise.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.port.Drift;
import io.cloudcruise.jackson.Tree.Member;
import io.cloudcruise.jackson.Tree.Members;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

class ResponseDecoderPropertiesTest {
  private static final RunResultsJson JSON = RunResultsJson.create();
  private static final String UNKNOWN = "no_such_field";

  @Provide
  Arbitrary<Tree> validResponses() {
    return ArbitraryResponses.valid();
  }

  @Provide
  Arbitrary<Tree> nearlyValidResponses() {
    return ArbitraryResponses.nearlyValid();
  }

  @Provide
  Arbitrary<Tree> values() {
    return ArbitraryJson.values();
  }

  @Property
  void validJsonIsDecoded(@ForAll("validResponses") Tree response) throws IOException {
    Optional<Decoded> decoded = Decoded.of(response);

    assertThat(decoded).isPresent();
    assertThatItRespondsToAll(decoded.get().results());
  }

  @Property
  void nearlyValidJsonIsDecodedOrBreaksTheContract(@ForAll("nearlyValidResponses") Tree response)
      throws IOException {
    Optional<Decoded> decoded = Decoded.of(response);

    if (decoded.isPresent()) {
      assertThatItRespondsToAll(decoded.get().results());
    }
    expectBoth(decoded);
  }

  /** A property of answers that are all taken, or all refused, would say little. */
  private static void expectBoth(Optional<Decoded> decoded) {
    Statistics.collect(decoded.isPresent());
    Statistics.coverage(
        coverage -> {
          coverage.check(true).percentage(percentage -> percentage > 5);
          coverage.check(false).percentage(percentage -> percentage > 5);
        });
  }

  private static void assertThatItRespondsToAll(RunResults results) throws IOException {
    new Questions().ask(results);
    String outcome =
        results
            .outcome()
            .fold(Object::toString, Object::toString, Object::toString, Object::toString);
    assertThat(outcome).isNotEmpty();
    results.artifacts().stream()
        .flatMap(artifact -> artifact.url().stream())
        .forEach(url -> assertThat(url.timeLeft(Clock.systemUTC())).isNotNull());
    assertThat(JSON.write(results)).isNotEmpty();
    JSON.writeRevealed(results, new ByteArrayOutputStream());
  }

  @Property
  void theOrderOfFieldsSaysNothing(
      @ForAll("nearlyValidResponses") Tree response, @ForAll long seed) {
    Random random = new Random(seed);
    Tree shuffled = WalkedObjects.replaced(response, (kind, object) -> shuffled(object, random));

    Optional<Decoded> decoded = Decoded.of(shuffled);

    Optional<Decoded> original = Decoded.of(response);
    assertThat(decoded.map(Decoded::results)).isEqualTo(original.map(Decoded::results));
    assertThat(decoded.map(ResponseDecoderPropertiesTest::inAnyOrder))
        .isEqualTo(original.map(ResponseDecoderPropertiesTest::inAnyOrder));
    expectBoth(original);
  }

  private static Members shuffled(Members object, Random random) {
    List<Member> members = new ArrayList<>(object.members());
    Collections.shuffle(members, random);
    return new Members(members);
  }

  private static Set<Drift> inAnyOrder(Decoded decoded) {
    return Set.copyOf(decoded.drifts());
  }

  @Property
  void anUnknownFieldChangesNothingElse(
      @ForAll("validResponses") Tree response, @ForAll("values") Tree value, @ForAll int place) {
    Decoded before = Decoded.of(response).orElseThrow();

    Decoded after = Decoded.of(withUnknownField(response, place, value)).orElseThrow();

    Forgetful forgetful = new Forgetful(UNKNOWN);
    assertThat(forgetful.without(after.results())).isEqualTo(before.results());
    assertThat(forgetful.forgotten()).extracting(JsonText::text).containsExactly(value.json());
    List<Drift> drifts = new ArrayList<>(after.drifts());
    assertThat(drifts).filteredOn(ResponseDecoderPropertiesTest::isOfUnknown).hasSize(1);
    drifts.removeIf(ResponseDecoderPropertiesTest::isOfUnknown);
    assertThat(drifts).isEqualTo(before.drifts());
  }

  private static boolean isOfUnknown(Drift drift) {
    return drift.kind() == Drift.Kind.UNKNOWN_FIELD && drift.path().endsWith("/" + UNKNOWN);
  }

  private static Tree withUnknownField(Tree response, int place, Tree value) {
    List<Members> places = new ArrayList<>();
    WalkedObjects.replaced(
        response,
        (kind, object) -> {
          if (kind.keepsOthers()) {
            places.add(object);
          }
          return object;
        });
    int[] left = {Math.floorMod(place, places.size())};
    return WalkedObjects.replaced(
        response,
        (kind, object) ->
            kind.keepsOthers() && left[0]-- == 0
                ? with(new Member(UNKNOWN, value), object, place)
                : object);
  }

  private static Members with(Member member, Members object, int place) {
    List<Member> members = new ArrayList<>(object.members());
    members.add(Math.floorMod(place, members.size() + 1), member);
    return new Members(members);
  }
}
