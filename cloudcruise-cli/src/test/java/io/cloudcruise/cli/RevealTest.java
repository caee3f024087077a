package io.cloudcruise.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.cli.Program.Ended;
import io.cloudcruise.sandbox.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevealTest {
  private static final String RUN = Program.run(57);
  private static final String KEY = "CLOUDCRUISE_ENCRYPTION_KEY";
  private static final String PASSWORD = "correct horse battery staple";
  private static final String CIPHERTEXT = "020202020202020202020202b4076d57";

  @Test
  void secretsStayMaskedUnlessAskedFor() {
    Ended ended = new Program().with(KEY, Sandbox.ENCRYPTION_KEY).run("results", "--sandbox", RUN);

    assertThat(ended.code()).isZero();
    assertThat(ended.all()).doesNotContain(PASSWORD).doesNotContain(CIPHERTEXT);
  }

  @Test
  void showsThemInClearAndSaysSo() {
    Ended ended =
        new Program()
            .with(KEY, Sandbox.ENCRYPTION_KEY)
            .run("results", "--sandbox", "--reveal", RUN);

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains(PASSWORD, "756.1234.5678.97").doesNotContain(CIPHERTEXT);
    assertThat(ended.err()).contains("secrets in clear").contains(KEY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--wait"})
  void showsThemHoweverResultsAreAskedFor(String option) {
    Ended ended = new Program().run("results", "--sandbox", "--reveal", option, RUN);

    assertThat(ended.code()).isZero();
    assertThat(ended.out()).contains(PASSWORD);
    assertThat(ended.err()).contains("the sandbox's own key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--json", "--wait", "--verbose"})
  void aKeyThatDoesNotFitShowsNothing(String option) {
    Ended ended =
        new Program()
            .with(KEY, "f".repeat(64))
            .run("results", "--sandbox", "--reveal", option, RUN);

    assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("national_id").contains("password");
    assertThat(ended.all()).doesNotContain(CIPHERTEXT).doesNotContain("ffffffff");
  }

  @Test
  void needsAKeyBeforeAnythingIsSent() {
    Ended none = new Program().with("CLOUDCRUISE_API_KEY", "k").run("results", "--reveal", RUN);
    Ended odd =
        new Program().with(KEY, "zz-not-a-key").run("results", "--sandbox", "--reveal", RUN);

    assertThat(none.code()).isEqualTo(ExitCode.USAGE);
    assertThat(none.err()).contains(KEY);
    assertThat(odd.code()).isEqualTo(ExitCode.USAGE);
    assertThat(odd.all()).doesNotContain("zz-not-a-key");
  }
}
