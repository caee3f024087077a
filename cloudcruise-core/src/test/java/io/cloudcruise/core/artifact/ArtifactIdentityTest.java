package io.cloudcruise.core.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.Recording;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.Screenshot;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArtifactIdentityTest {
  private static final Timestamp NOON = new Timestamp("2026-03-01T12:00:00Z");

  private static RunResults.Builder run() {
    return RunResults.builder(new SessionId("run-1"), RunStatus.of(RunStatus.Kind.SUCCEEDED));
  }

  private static Screenshot screenshot(String node) {
    return Screenshot.builder().timestamp(NOON).nodeName(node).build();
  }

  private static Recording recording() {
    return Recording.builder().timestamp(NOON).build();
  }

  private static RunFile file(String name) {
    return RunFile.builder().timestamp(NOON).name(name).build();
  }

  private static ArtifactIdentity identity(ArtifactKind kind, Optional<String> name, int position) {
    return new ArtifactIdentity(kind, Optional.of(NOON), name, position);
  }

  @Test
  void eachArtifactIsKnownByItsKindTimeAndName() {
    RunResults results =
        run()
            .screenshots(List.of(screenshot("log in")))
            .recordings(List.of(recording()))
            .files(List.of(file("a.csv")))
            .build();

    assertThat(ArtifactIdentity.in(results))
        .containsExactly(
            Map.entry(
                identity(ArtifactKind.SCREENSHOT, Optional.of("log in"), 0), screenshot("log in")),
            Map.entry(identity(ArtifactKind.RECORDING, Optional.empty(), 0), recording()),
            Map.entry(identity(ArtifactKind.FILE, Optional.of("a.csv"), 0), file("a.csv")));
  }

  @Test
  void thoseThatAreAlikeAreCountedFromZeroInTheOrderSent() {
    RunResults results = run().files(List.of(file("a"), file("b"), file("a"), file("a"))).build();

    assertThat(ArtifactIdentity.in(results).keySet())
        .containsExactly(
            identity(ArtifactKind.FILE, Optional.of("a"), 0),
            identity(ArtifactKind.FILE, Optional.of("b"), 0),
            identity(ArtifactKind.FILE, Optional.of("a"), 1),
            identity(ArtifactKind.FILE, Optional.of("a"), 2));
  }
}
