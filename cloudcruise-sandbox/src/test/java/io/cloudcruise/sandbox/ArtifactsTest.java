package io.cloudcruise.sandbox;

import static io.cloudcruise.sandbox.Caller.id;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.rigs.MovableClock;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactsTest {

  private static final List<String> URL_FIELDS =
      List.of("signed_screenshot_url", "signed_screen_recording_url", "signed_file_url");

  private final MovableClock clock = new MovableClock();
  private final Sandbox sandbox = Sandbox.builder().clock(clock).start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private record Link(String url, String expires) {

    static Stream<Link> in(Json run) {
      return run.objects()
          .flatMap(
              object ->
                  URL_FIELDS.stream()
                      .filter(object::has)
                      .map(
                          field ->
                              new Link(
                                  object.get(field).text(),
                                  object.get(field + "_expires").text())));
    }
  }

  /** All scenarios but those that break the rules; what these do has tests of its own. */
  private static List<Scenario> wellBehaved() {
    return Sandbox.scenarios().stream()
        .filter(scenario -> !scenario.name().matches("renewed-artifacts|attacks"))
        .toList();
  }

  @Test
  void everyArtifactOfEveryScenarioResolvesUnlessExpired() {
    for (Scenario scenario : wellBehaved()) {
      int expected = scenario.name().equals("expired-artifacts") ? 403 : 200;

      assertThat(Link.in(caller.json(scenario.sessionId())).limit(50))
          .as(scenario.name())
          .allSatisfy(link -> assertThat(Caller.get(link.url()).statusCode()).isEqualTo(expected));
    }
  }

  @Test
  void everyExpiryAgreesWithItsUrl() {
    for (Scenario scenario : wellBehaved()) {
      assertThat(Link.in(caller.json(scenario.sessionId())))
          .as(scenario.name())
          .allSatisfy(
              link ->
                  assertThat(link.url())
                      .startsWith(sandbox.baseUrl() + "/artifacts/" + scenario.sessionId() + "/")
                      .endsWith("&expires=" + instant(link.expires()).getEpochSecond()));
    }
  }

  @Test
  void theDemoSpellsTimesInAllThreeWays() {
    assertThat(Link.in(demo()).map(Link::expires))
        .anyMatch(expires -> expires.endsWith(".000000+00:00"))
        .anyMatch(expires -> expires.endsWith(".000Z"))
        .anyMatch(expires -> expires.matches("[^.]*:\\d\\dZ"));
  }

  @Test
  void aUrlWorksUntilItExpiresAndAskingAgainRenewsIt() {
    Link link = link("01-login.png");

    clock.advance(Duration.between(clock.instant(), instant(link.expires())).minusMillis(1));
    assertThat(Caller.get(link.url()).statusCode()).isEqualTo(200);

    clock.advance(Duration.ofMillis(1));
    assertThat(Caller.get(link.url()).statusCode()).isEqualTo(403);
    assertThat(Caller.get(link("01-login.png").url()).statusCode()).isEqualTo(200);
  }

  @Test
  void aUrlThatWasTamperedWithIsRefused() {
    String url = link("01-login.png").url();

    assertThat(Caller.get(url.replace("token=", "token=0")).statusCode()).isEqualTo(403);
    assertThat(Caller.get(url + "0").statusCode()).isEqualTo(403);
    assertThat(Caller.get(url.replace("01-login", "02-login")).statusCode()).isEqualTo(403);
    assertThat(Caller.get(url.substring(0, url.indexOf('?'))).statusCode()).isEqualTo(403);
  }

  @Test
  void aRequestThatCarriesTheKeyIsRefused() {
    HttpResponse<byte[]> response =
        Caller.get(link("01-login.png").url(), "cc-key", Sandbox.API_KEY);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(Json.parse(text(response)).get("message").text()).contains("without cc-key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"01-login.png", "02-results.png"})
  void screenshotsAreWellFormedImages(String shippedOrMade) {
    HttpResponse<byte[]> response = Caller.get(anyUrl(shippedOrMade));

    byte[] png = response.body();
    CRC32 checksum = new CRC32();
    checksum.update(png, 12, 17);
    assertThat(Caller.header(response, "Content-Type")).isEqualTo("image/png");
    assertThat(png).startsWith(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
    assertThat(new String(png, 12, 4, UTF_8)).isEqualTo("IHDR");
    assertThat(Arrays.copyOfRange(png, 29, 33)).isEqualTo(bytes((int) checksum.getValue()));
  }

  @Test
  void theScreenshotsOfTheDemoAreDifferentPicturesOfAWholePage() {
    List<byte[]> pictures =
        demo().get("screenshot_urls").elements().stream()
            .map(screenshot -> Caller.get(screenshot.get("signed_screenshot_url").text()).body())
            .toList();

    assertThat(pictures).doesNotHaveDuplicates().hasSize(7);
    assertThat(pictures).allSatisfy(png -> assertThat(width(png)).isEqualTo(960));
    assertThat(pictures).allSatisfy(png -> assertThat(png.length).isLessThan(40 << 10));
  }

  private static int width(byte[] png) {
    return ByteBuffer.wrap(png).getInt(16);
  }

  @Test
  void filesHaveTheirOwnContent() {
    HttpResponse<byte[]> table = Caller.get(link("invoices-2025-12.csv").url());
    HttpResponse<byte[]> document = Caller.get(link("remittance-advice.pdf").url());

    assertThat(text(table)).contains("R-2025-0412;Zoë Beispiel");
    assertThat(text(document)).startsWith("%PDF-");
  }

  @Test
  void everyTryOfTheDemoHasARecordingOfItsOwn() {
    byte[] first = Caller.get(link("first-try.mp4").url()).body();
    byte[] second = Caller.get(link("second-try.mp4").url()).body();

    assertThat(List.of(first, second)).allSatisfy(ArtifactsTest::assertPlayableMp4);
    assertThat(first).isNotEqualTo(second);
    assertThat(first.length + second.length).isLessThan(150 << 10);
  }

  @Test
  void everyOtherRecordingCanBePlayedToo() {
    HttpResponse<byte[]> recording = Caller.get(anyUrl("run.mp4"));

    assertThat(Caller.header(recording, "Content-Type")).isEqualTo("video/mp4");
    assertPlayableMp4(recording.body());
  }

  /**
   * The boxes of a file cover it exactly, and its index comes before the frames, as players like.
   */
  private static void assertPlayableMp4(byte[] mp4) {
    List<String> boxes = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(mp4);
    while (rest.hasRemaining()) {
      int length = rest.getInt(rest.position());
      boxes.add(new String(mp4, rest.position() + 4, 4, US_ASCII));
      rest.position(rest.position() + length);
    }
    assertThat(boxes).containsSubsequence("ftyp", "moov", "mdat");
    assertThat(new String(mp4, ISO_8859_1)).contains("avc1");
  }

  @Test
  void expiredUrlsSayThatTheyHaveExpired() {
    Link link = Link.in(caller.json(id("49"))).findFirst().orElseThrow();

    assertThat(instant(link.expires())).isBefore(clock.instant());
    assertThat(text(Caller.get(link.url()))).contains("expired");
  }

  /** A signed URL of a file that some scenario has. */
  private String anyUrl(String fileName) {
    Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
    return new ArtifactUrls(sandbox.baseUrl()).sign(id("15"), "any/" + fileName, tomorrow);
  }

  @Test
  void askingAgainRenewsUrlsThatAreRefusedWhateverTheySayOfTheirExpiry() {
    assertThat(urls(caller.json(id("55"))))
        .extracting(url -> Caller.get(url).statusCode())
        .containsExactly(403, 403, 200, 403, 403);

    for (int later = 0; later < 2; later++) {
      assertThat(urls(caller.json(id("55"))))
          .extracting(url -> Caller.get(url).statusCode())
          .containsOnly(200);
    }
  }

  private static List<String> urls(Json run) {
    return run.objects()
        .flatMap(object -> URL_FIELDS.stream().filter(object::has).map(object::get))
        .map(Json::text)
        .toList();
  }

  private Json demo() {
    return caller.json(Sandbox.DEFAULT_RUN);
  }

  private Link link(String fileName) {
    return Link.in(demo()).filter(link -> link.url().contains(fileName)).findFirst().orElseThrow();
  }

  private static Instant instant(String timestamp) {
    return OffsetDateTime.parse(timestamp).toInstant();
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }

  private static byte[] bytes(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }
}
