package io.cloudcruise.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.port.ArtifactException.Reason;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ArtifactExceptionTest {
  private static final SignedUrl URL =
      new SignedUrl("https://storage.example/a.png?signature=canary", Optional.empty());
  private static final Set<Reason> PASSING = EnumSet.of(Reason.UNREACHABLE, Reason.BROKEN);

  @Test
  void saysWhichArtifactWhyAndWhatWasAnswered() {
    assertThat(new ArtifactException(Reason.REFUSED, URL, "too old", 403))
        .hasMessage(
            "artifact https://storage.example/a.png?***: its URL has expired or is refused:"
                + " too old (HTTP 403)");
  }

  @Test
  void saysNoMoreThanIsKnown() {
    assertThat(new ArtifactException(Reason.MISSING, ""))
        .hasMessage("artifact: there is no URL to fetch it from");
    assertThat(new ArtifactException(Reason.INTERRUPTED, URL, "", null))
        .hasMessage("artifact https://storage.example/a.png?***: interrupted");
  }

  @Test
  void keepsItsMessageOnOneLine() {
    assertThat(new ArtifactException(Reason.UNEXPECTED, "no\nlength"))
        .hasMessage("artifact: its storage answered unintelligibly: no?length");
  }

  @Test
  void carriesTheHttpStatusOfTheResponse() {
    assertThat(new ArtifactException(Reason.REFUSED, URL, "", 403).httpStatus()).hasValue(403);
    assertThat(new ArtifactException(Reason.BROKEN, URL, "", null).httpStatus()).isEmpty();
    assertThat(new ArtifactException(Reason.MISSING, "").httpStatus()).isEmpty();
  }

  @Test
  void carriesReasonAndCause() {
    IOException cause = new IOException("connection reset");

    ArtifactException failure = new ArtifactException(Reason.BROKEN, URL, "", cause);

    assertThat(failure).hasCause(cause);
    assertThat(failure.reason()).isEqualTo(Reason.BROKEN);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void isRetryableIfTheSameFetchCanSucceedLater(Reason reason) {
    assertThat(new ArtifactException(reason, "").isRetryable()).isEqualTo(PASSING.contains(reason));
  }
}
