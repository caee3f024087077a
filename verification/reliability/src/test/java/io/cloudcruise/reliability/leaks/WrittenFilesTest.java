package io.cloudcruise.reliability.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.rigs.RawResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written to be kept and handed on holds no secret, neither inside nor as a name. */
@Timeout(60)
@ExtendWith(Eavesdropping.class)
class WrittenFilesTest {
  private static final int ARTIFACTS_MISSING = 8;

  @TempDir private Path directory;
  private final PlantedPlatform platform = new PlantedPlatform();

  @AfterEach
  void close() {
    platform.close();
  }

  private int run(String command) {
    return CommandLine.at(platform.baseUrl())
        .with("CLOUDCRUISE_ENCRYPTION_KEY", Planted.ENCRYPTION_KEY)
        .run(command, PlantedRun.ID.value(), "--to", directory.resolve("to.html").toString())
        .code();
  }

  private List<Path> written() throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private void holdsNothing(Path file) throws IOException {
    Planted.isNotIn(directory.relativize(file).toString(), "the name of a file");
    assertThat(Planted.isIn(Files.readAllBytes(file))).as(file.toString()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"archive", "download", "report"})
  void whatGoesWell(String command) throws IOException {
    assertThat(run(command)).isZero();

    assertThat(written()).isNotEmpty();
    for (Path file : written()) {
      holdsNothing(file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"archive", "download", "report"})
  void whatCannotBeHad(String command) throws IOException {
    platform.artifact(PlantedPlatform.failure(403));

    assertThat(run(command)).isEqualTo(ARTIFACTS_MISSING);

    assertThat(written()).isNotEmpty();
    for (Path file : written()) {
      holdsNothing(file);
    }
  }

  /** The end of a URL may serve as a name, but not what authorises in it. */
  @ParameterizedTest
  @ValueSource(strings = {"archive", "download"})
  void namesThatAreNotGiven(String command) throws IOException {
    String nameless = PlantedRun.secrets(platform.baseUrl()).replace("\"file_name\"", "\"other\"");
    platform.run(RawResponse.status(200).body(nameless));

    assertThat(run(command)).isZero();

    assertThat(written()).hasSizeGreaterThanOrEqualTo(3);
    for (Path file : written()) {
      holdsNothing(file);
    }
  }
}
