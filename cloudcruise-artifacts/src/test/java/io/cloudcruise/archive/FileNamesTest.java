package io.cloudcruise.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.artifact.ArtifactKind;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.Screenshot;
import io.cloudcruise.jackson.RunResultsJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamesTest {
  private static final RunResults RESULTS =
      RunResultsJson.create()
          .read(
              """
              {"session_id": "5a4db0c5-abcd-4000-8000-000000000001", "status": "execution.success",
               "screenshot_urls": [{"node_display_name": "Sign / in."}, {}],
               "video_urls": [{}],
               "file_urls": [{"file_name": "../a.csv"}, {}]}
              """
                  .getBytes(StandardCharsets.UTF_8));
  private static final Optional<String> PNG = Optional.of("image/png");

  @Test
  void aScreenshotIsNumberedSoThatTheOrderShows() {
    Screenshot named = RESULTS.screenshots().get(0);
    Screenshot nameless = RESULTS.screenshots().get(1);

    assertThat(FileNames.of(named, 7, PNG)).isEqualTo("0007 in.png");
    assertThat(FileNames.of(nameless, 8, PNG)).isEqualTo("0008 screenshot.png");
  }

  @ParameterizedTest
  @CsvSource({
    "image/png, .png",
    "image/jpeg, .jpg",
    "'IMAGE/WEBP ; q=1', .webp",
    "image/gif, .gif",
    "video/mp4, .mp4",
    "video/webm, .webm",
    "image/svg+xml, .bin",
    "text/html; charset=utf-8, .bin"
  })
  void onlyAPictureOrAVideoGetsASuffixThatOpensIt(String mediaType, String suffix) {
    assertThat(FileNames.of(RESULTS.recordings().get(0), 3, Optional.of(mediaType)))
        .isEqualTo("03 recording" + suffix);
  }

  @Test
  void anUnknownMediaTypeGetsTheExtensionOfBytes() {
    assertThat(FileNames.of(RESULTS.recordings().get(0), 1, Optional.empty()))
        .isEqualTo("01 recording.bin");
  }

  @Test
  void aFileKeepsItsOwnNameWhateverStorageSays() {
    RunFile named = RESULTS.files().get(0);
    RunFile nameless = RESULTS.files().get(1);

    assertThat(FileNames.of(named, 1, PNG)).isEqualTo("a.csv");
    assertThat(FileNames.of(nameless, 2, PNG)).isEqualTo("file-2");
  }

  @Test
  void everyKindHasADirectoryOfItsOwn() {
    assertThat(Arrays.stream(ArtifactKind.values()).map(FileNames::directory))
        .containsExactly("screenshots", "recordings", "files");
  }
}
