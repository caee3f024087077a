package io.cloudcruise.artifact;

import static io.cloudcruise.artifact.TestArtifact.adapterTo;
import static io.cloudcruise.artifact.TestArtifact.response;
import static io.cloudcruise.artifact.TestArtifact.rest;
import static io.cloudcruise.artifact.TestArtifact.whole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.core.port.ArtifactRequest;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class HttpArtifactAdapterResponseTest {

  private static TestArtifact.Received received(
      HostileServer.Script script, Function<String, ArtifactRequest> request) {
    TestArtifact.Received received = new TestArtifact.Received();
    fetch(script, request, received);
    return received;
  }

  private static void fetch(
      HostileServer.Script script,
      Function<String, ArtifactRequest> request,
      TestArtifact.Received into) {
    try (var server = HostileServer.onRequest(script);
        var adapter = adapterTo(server).maxWait(TestArtifact.SOON.multipliedBy(2)).build()) {
      adapter.fetch(request.apply(server.baseUrl()), into);
    }
  }

  private static TestArtifact.Received received(RawResponse response) {
    return received(peer -> peer.write(response.bytes()), TestArtifact::whole);
  }

  /** Plays the script once and then hangs up. */
  private static HostileServer.Script once(HostileServer.Script script) {
    return peer -> {
      script.play(peer);
      peer.hangUp();
    };
  }

  private static ArtifactException failure(
      HostileServer.Script script, Function<String, ArtifactRequest> request) {
    return TestArtifact.failure(catchThrowable(() -> received(script, request)));
  }

  private static ArtifactException failure(HostileServer.Script script) {
    return failure(script, TestArtifact::whole);
  }

  private static ArtifactException failure(RawResponse response) {
    return failure(once(peer -> peer.write(response.bytes())));
  }

  private static ArtifactException failureOfRest(RawResponse response) {
    return failure(peer -> peer.write(response.bytes()), url -> rest(url, 4, "\"v1\""));
  }

  private static TestArtifact.Received receivedRest(RawResponse response) {
    return received(peer -> peer.write(response.bytes()), url -> rest(url, 4, "\"v1\""));
  }

  private static RawResponse part(String range) {
    return RawResponse.status(206).header("Content-Range", range).body("rest");
  }

  @Test
  void theWhole() {
    TestArtifact.Received received =
        received(
            RawResponse.status(200)
                .header("ETag", "\"v1\"")
                .header("Last-Modified", "Tue, 24 Nov 2026 00:00:00 GMT")
                .header("Content-Type", "image/png")
                .body(TestArtifact.TEXT));

    assertThat(received.text()).isEqualTo(TestArtifact.TEXT);
    assertThat(received.head().from()).isZero();
    assertThat(received.head().size()).hasValue(TestArtifact.TEXT.length());
    assertThat(received.head().version()).hasValue("\"v1\"");
    assertThat(received.head().mediaType()).hasValue("image/png");
  }

  @Test
  void theWholeWithNothingSaidOfIt() {
    TestArtifact.Received received =
        received(
            once(
                peer -> {
                  peer.write("HTTP/1.1 200 OK\r\n\r\n");
                  peer.write(TestArtifact.TEXT);
                }),
            TestArtifact::whole);

    assertThat(received.text()).isEqualTo(TestArtifact.TEXT);
    assertThat(received.head().size()).isEmpty();
    assertThat(received.head().version()).isEmpty();
    assertThat(received.head().mediaType()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "+4"})
  void aLengthThatIsNoneIsNotBelieved(String length) {
    TestArtifact.Received received =
        received(
            once(
                peer -> {
                  peer.write("HTTP/1.1 200 OK\r\nContent-Length: " + length + "\r\n\r\n");
                  peer.write("text");
                }),
            TestArtifact::whole);

    assertThat(received.text()).isEqualTo("text");
    assertThat(received.head().size()).isEmpty();
  }

  @Test
  void theWholeAsAPart() {
    TestArtifact.Received received = received(part("bytes 0-3/4").header("ETag", "\"v1\""));

    assertThat(received.text()).isEqualTo("rest");
    assertThat(received.head().version()).hasValue("\"v1\"");
  }

  @ParameterizedTest
  @CsvSource({
    "\"\"\"v1\"\"\", , \"\"\"v1\"\"\"",
    "W/\"\"v1\"\", , ",
    "W/\"\"v1\"\", yesterday, yesterday",
    ", yesterday, yesterday",
    "v1, , ",
  })
  void versions(String tag, String modified, String version) {
    RawResponse response = response();
    if (tag != null) {
      response.header("ETag", tag);
    }
    if (modified != null) {
      response.header("Last-Modified", modified);
    }

    assertThat(received(response).head().version().orElse(null)).isEqualTo(version);
  }

  @Test
  void anEmptyArtifact() {
    TestArtifact.Received received = received(RawResponse.status(200).body(""));

    assertThat(received.text()).isEmpty();
    assertThat(received.head().size()).hasValue(0);
  }

  @Test
  void chunks() {
    TestArtifact.Received received =
        received(
            peer -> {
              peer.write(RawResponse.status(200).chunked().head());
              peer.write(RawResponse.chunk("not ") + RawResponse.chunk("real") + "0\r\n\r\n");
            },
            TestArtifact::whole);

    assertThat(received.text()).isEqualTo("not real");
    assertThat(received.head().size()).isEmpty();
  }

  /** The digest is of what storage sent, and nobody knows what it compressed, or why. */
  @Test
  void aResponseCompressedUnaskedIsPassedOnAsItIs() {
    byte[] packed = RawResponse.gzip(new byte[500]);

    assertThat(
            received(RawResponse.status(200).header("Content-Encoding", "gzip").body(packed))
                .bytes())
        .isEqualTo(packed);
  }

  @Test
  void aFetchThatIsDoneLeavesItsConnectionToTheNext() {
    try (var server = HostileServer.responding(response());
        var adapter = adapterTo(server).build()) {

      TestArtifact.fetch(adapter, whole(server.baseUrl()));
      TestArtifact.fetch(adapter, whole(server.baseUrl()));

      assertThat(server.requests()).hasSize(2);
      assertThat(server.connections()).isOne();
    }
  }

  @Test
  void theRest() {
    TestArtifact.Received received =
        receivedRest(part("bytes 4-7/8").header("Content-Type", "image/png"));

    assertThat(received.text()).isEqualTo("rest");
    assertThat(received.head().from()).isEqualTo(4);
    assertThat(received.head().size()).hasValue(8);
    assertThat(received.head().version()).as("the one asked for").hasValue("\"v1\"");
  }

  @Test
  void theRestOfNobodyKnowsHowMuch() {
    assertThat(receivedRest(part("bytes 4-7/*")).head().size()).isEmpty();
  }

  @Test
  void theWholeInsteadOfTheRest() {
    TestArtifact.Received received =
        receivedRest(RawResponse.status(200).header("ETag", "\"v2\"").body("anew"));

    assertThat(received.head().from()).isZero();
    assertThat(received.head().version()).hasValue("\"v2\"");
    assertThat(received.text()).isEqualTo("anew");
  }

  @Test
  void theRestWithItsVersion() {
    assertThat(receivedRest(part("bytes 4-7/8").header("ETag", "\"v1\"")).text()).isEqualTo("rest");
    assertThat(receivedRest(part("bytes 4-7/8").header("Last-Modified", "now")).text())
        .isEqualTo("rest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"v2\"", "W/\"v1\"", ""})
  void theRestOfAnotherVersion(String tag) {
    ArtifactException failure = failureOfRest(part("bytes 4-7/8").header("ETag", tag));

    assertThat(failure.reason()).isEqualTo(Reason.UNEXPECTED);
    assertThat(failure.httpStatus()).hasValue(206);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes 0-3/8", "bytes 3-7/8", "bytes 5-7/8", "bytes */8", "bytes 4-/8", "bytes=4-7/8",
        "items 4-7/8", "bytes -4/8", "bytes 4-7", "", "4-7/8", "bytes 4-7/8, 9-10/8",
        "bytes 99999999999999999999-99999999999999999999/*"
      })
  void anotherPartThanTheRest(String range) {
    assertThat(failureOfRest(part(range)).reason()).isEqualTo(Reason.UNEXPECTED);
  }

  @Test
  void aPartThatDoesNotSayWhichOne() {
    assertThat(failureOfRest(RawResponse.status(206).body("rest")).reason())
        .isEqualTo(Reason.UNEXPECTED);
  }

  @Test
  void nothingLeft() {
    TestArtifact.Received received =
        receivedRest(RawResponse.status(416).header("Content-Range", "bytes */4").body("<xml/>"));

    assertThat(received.text()).isEmpty();
    assertThat(received.head().from()).isEqualTo(4);
    assertThat(received.head().size()).hasValue(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes */3", "bytes */5", "bytes */*", "bytes 4-4/4", ""})
  void nothingOfWhatWasAskedFor(String range) {
    assertThat(failureOfRest(RawResponse.status(416).header("Content-Range", range)).reason())
        .isEqualTo(Reason.UNEXPECTED);
  }

  @Test
  void nothingAtAll() {
    assertThat(failure(RawResponse.status(416).header("Content-Range", "bytes */0")).reason())
        .isEqualTo(Reason.UNEXPECTED);
    assertThat(failureOfRest(RawResponse.status(416)).reason()).isEqualTo(Reason.UNEXPECTED);
  }

  @ParameterizedTest
  @CsvSource({
    "400, REFUSED",
    "401, REFUSED",
    "403, REFUSED",
    "404, REFUSED",
    "410, REFUSED",
    "408, UNREACHABLE",
    "425, UNREACHABLE",
    "429, UNREACHABLE",
    "500, UNREACHABLE",
    "502, UNREACHABLE",
    "503, UNREACHABLE",
    "599, UNREACHABLE",
    "201, UNEXPECTED",
    "203, UNEXPECTED",
    "204, UNEXPECTED",
    "205, UNEXPECTED",
    "304, UNEXPECTED",
    "402, UNEXPECTED",
    "405, UNEXPECTED",
    "406, UNEXPECTED",
    "451, UNEXPECTED"
  })
  void otherStatuses(int status, Reason reason) {
    ArtifactException failure = failure(RawResponse.status(status));

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.httpStatus()).hasValue(status);
    assertThat(failure.isRetryable()).isEqualTo(reason == Reason.UNREACHABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 101, 103, 199})
  void anInformationalResponseIsNeverTheArtifact(int status) {
    assertThat(failure(RawResponse.status(status)).reason()).isIn(Reason.UNEXPECTED, Reason.BROKEN);
  }

  @Test
  void moreThanAllowedByWhatStorageSays() {
    TestArtifact.Received received = new TestArtifact.Received();

    Throwable thrown =
        catchThrowable(
            () ->
                fetch(
                    peer ->
                        peer.write(
                            RawResponse.status(200).contentLength(TestArtifact.MOST + 1).head()),
                    TestArtifact::whole,
                    received));

    assertThat(TestArtifact.failure(thrown).reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(received.bytes()).isEmpty();
  }

  @Test
  void asMuchAsAllowed() {
    assertThat(received(RawResponse.status(200).body("a".repeat((int) TestArtifact.MOST))).bytes())
        .hasSize((int) TestArtifact.MOST);
  }

  @Test
  void moreThanAllowedWhateverStorageSays() {
    TestArtifact.Received received = new TestArtifact.Received();

    Throwable thrown =
        catchThrowable(
            () ->
                fetch(
                    peer -> {
                      peer.write("HTTP/1.1 200 OK\r\n\r\n");
                      peer.flood("flood");
                    },
                    TestArtifact::whole,
                    received));

    assertThat(TestArtifact.failure(thrown).reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(received.bytes()).hasSizeLessThanOrEqualTo((int) TestArtifact.MOST);
  }

  @Test
  void theRestCountsWithWhatIsThere() {
    long from = TestArtifact.MOST - 3;

    assertThat(
            failure(
                    once(
                        peer ->
                            peer.write(part("bytes " + from + "-" + (from + 3) + "/*").bytes())),
                    url -> rest(url, from, "\"v1\""))
                .reason())
        .isEqualTo(Reason.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999999999999999999", "12x", "x", "0x10", "1e3", "1, 2"})
  void absurdLengths(String length) {
    assertThat(failure(RawResponse.status(200).header("Content-Length", length)).reason())
        .isIn(Reason.UNEXPECTED, Reason.BROKEN);
  }

  @Test
  void aNegativeLengthNeverMakesAWholeArtifact() {
    Throwable thrown =
        catchThrowable(
            () -> {
              TestArtifact.Received received =
                  received(RawResponse.status(200).contentLength(-5).body("body!"));
              assertThat(received.head().size()).isEmpty();
            });

    if (thrown != null) {
      assertThat(TestArtifact.failure(thrown).reason()).isIn(Reason.UNEXPECTED, Reason.BROKEN);
    }
  }

  @Test
  void aBodyThatEndsEarly() {
    ArtifactException failure =
        failure(
            once(
                peer -> {
                  peer.write(RawResponse.status(200).contentLength(100).head());
                  peer.write(TestArtifact.TEXT);
                }));

    assertThat(failure.reason()).isEqualTo(Reason.BROKEN);
    assertThat(failure.isRetryable()).isTrue();
  }

  @Test
  void aBodyThatGoesOn() {
    TestArtifact.Received received =
        received(
            peer -> {
              peer.write(RawResponse.status(200).contentLength(3).head());
              peer.write("all and more");
            },
            TestArtifact::whole);

    assertThat(received.text()).isEqualTo("all");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zz\r\nab", "-1\r\nab", "2\r\nabc\r\n", "ffffffffffffffff\r\nab", "\r\n"})
  void chunksThatAreNone(String chunks) {
    assertThat(
            failure(
                    once(
                        peer -> {
                          peer.write(RawResponse.status(200).chunked().head());
                          peer.write(chunks);
                        }))
                .reason())
        .isIn(Reason.BROKEN, Reason.UNEXPECTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HTTP/1.1 abc\r\n\r\n", "canary\r\n\r\n", "HTTP/1.1 200 OK\r\na b: c\r\n\r\n"})
  void responsesThatAreNotHttp(String response) {
    assertThat(failure(once(peer -> peer.write(response))).reason()).isEqualTo(Reason.UNEXPECTED);
  }

  @Test
  void headersWithoutEnd() {
    ArtifactException failure =
        failure(
            peer -> {
              peer.write("HTTP/1.1 200 OK\r\n");
              peer.flood("X-Header: " + "x".repeat(1000) + "\r\n");
            },
            url ->
                ArtifactRequest.whole(
                    TestArtifact.signed(url), TestArtifact.MOST, Duration.ofSeconds(20)));

    assertThat(failure.reason()).isIn(Reason.UNEXPECTED, Reason.BROKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "H", "HTTP/1.1 200 OK\r\nContent-Le"})
  void aConnectionThatEndsBeforeTheBody(String sent) {
    assertThat(failure(once(peer -> peer.write(sent))).reason()).isEqualTo(Reason.BROKEN);
    assertThat(
            failure(
                    peer -> {
                      peer.write(sent);
                      peer.reset();
                    })
                .reason())
        .isEqualTo(Reason.BROKEN);
  }

  @Test
  void nobodyThere() {
    HostileServer gone = HostileServer.responding(response());
    gone.close();
    try (var adapter = adapterTo(gone).build()) {

      ArtifactException failure = TestArtifact.failure(adapter, whole(gone.baseUrl()));

      assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
      assertThat(failure.isRetryable()).isTrue();
    }
  }

  @Test
  void aHostThatNobodyKnows() {
    try (var adapter = HttpArtifactAdapter.builder().build()) {
      assertThat(TestArtifact.failure(adapter, whole("https://storage.invalid/a")).reason())
          .isEqualTo(Reason.UNREACHABLE);
    }
  }
}
