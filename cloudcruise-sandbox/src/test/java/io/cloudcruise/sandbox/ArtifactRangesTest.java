package io.cloudcruise.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parts of the demo's first file, which has 222 bytes. */
class ArtifactRangesTest {

  private final Sandbox sandbox = Sandbox.start();
  private final Json run = new Caller(sandbox).json(Sandbox.DEFAULT_RUN);
  private final String url = url(run.get("file_urls"), "signed_file_url");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private static String url(Json artifacts, String field) {
    return artifacts.elements().get(0).get(field).text();
  }

  @ParameterizedTest
  @CsvSource({
    "bytes=0-3, 206, 0, 4",
    "bytes=4-, 206, 4, 222",
    "bytes=-5, 206, 217, 222",
    "bytes=220-999, 206, 220, 222",
    "bytes=-999, 206, 0, 222",
    "bytes=5-2, 200, 0, 222",
    "'bytes=0-1,2-3', 200, 0, 222",
    "bytes=-, 200, 0, 222",
    "lines=1-2, 200, 0, 222",
  })
  void aPartOfAFileCanBeAskedFor(String range, int status, int from, int to) {
    byte[] whole = Caller.get(url).body();

    HttpResponse<byte[]> part = Caller.get(url, "Range", range);

    assertThat(whole).hasSize(222);
    assertThat(part.statusCode()).isEqualTo(status);
    assertThat(part.body()).isEqualTo(Arrays.copyOfRange(whole, from, to));
    assertThat(Caller.header(part, "Content-Range"))
        .isEqualTo(status == 206 ? "bytes %d-%d/222".formatted(from, to - 1) : "absent");
  }

  @ParameterizedTest
  @CsvSource({"bytes=222-", "bytes=300-", "bytes=300-400", "bytes=-0"})
  void aPartThatDoesNotExistIsRefused(String range) {
    HttpResponse<byte[]> part = Caller.get(url, "Range", range);

    assertThat(part.statusCode()).isEqualTo(416);
    assertThat(Caller.header(part, "Content-Range")).isEqualTo("bytes */222");
  }

  @Test
  void everyContentHasAStrongTagOfItsOwnWhichPartsShare() {
    String tag = Caller.header(Caller.get(url), "ETag");

    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    assertThat(Caller.header(Caller.get(url), "ETag")).isEqualTo(tag);
    assertThat(Caller.header(Caller.get(url, "Range", "bytes=0-3"), "ETag")).isEqualTo(tag);
    String other = url(run.get("screenshot_urls"), "signed_screenshot_url");
    assertThat(Caller.header(Caller.get(other), "ETag")).isNotEqualTo(tag);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "%s, 206",
        "W/%s, 200",
        "\"another\", 200",
        "`Mon, 05 Jan 2026 10:00:00 GMT`, 200",
      })
  void aPartIsOnlyGivenOfTheContentItWasMeantFor(String condition, int status) {
    HttpResponse<byte[]> whole = Caller.get(url);
    String ifRange = condition.replace("%s", Caller.header(whole, "ETag"));

    HttpResponse<byte[]> response = Caller.get(url, "Range", "bytes=200-", "If-Range", ifRange);

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body())
        .isEqualTo(Arrays.copyOfRange(whole.body(), status == 206 ? 200 : 0, 222));
  }

  @Test
  void aPartThatDoesNotExistOfOtherContentIsNoRefusal() {
    assertThat(Caller.get(url, "Range", "bytes=300-", "If-Range", "\"another\"").statusCode())
        .isEqualTo(200);
  }
}
