package io.cloudcruise.core.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.cloudcruise.core.model.SignedUrl;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Figures that make no sense are refused, and those at the edge of it are not. */
class PortValuesTest {
  private static final SignedUrl URL = new SignedUrl("https://s.example/a", Optional.empty());
  private static final String VERSION = "v";
  private static final Duration SECOND = Duration.ofSeconds(1);

  @Test
  void aWholeArtifactIsAskedForFromItsBeginning() {
    assertThat(ArtifactRequest.whole(URL, 1, SECOND))
        .isEqualTo(ArtifactRequest.builder(URL).maxBytes(1).deadline(SECOND).build());
  }

  @Test
  void anArtifactIsNotAskedForFromBeforeItsBeginning() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ArtifactRequest.builder(URL)
                    .from(-1)
                    .version(VERSION)
                    .maxBytes(1)
                    .deadline(SECOND)
                    .build())
        .withMessage("from must not be negative, is -1");
  }

  @Test
  void theRestOfAnArtifactIsNotAskedForWithoutItsVersion() {
    assertThat(
            ArtifactRequest.builder(URL)
                .from(1)
                .version(VERSION)
                .maxBytes(2)
                .deadline(SECOND)
                .build()
                .from())
        .isOne();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArtifactRequest.builder(URL).from(1).maxBytes(2).deadline(SECOND).build())
        .withMessage("the rest of an artifact needs its version");
  }

  @Test
  void anArtifactMayBeOfAByteAtLeast() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ArtifactRequest.whole(URL, 0, SECOND))
        .withMessage("maxBytes must be positive, is 0");
  }

  @Test
  void aFetchTakesSomeTime() {
    for (Duration none : new Duration[] {Duration.ZERO, Duration.ofNanos(-1)}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ArtifactRequest.whole(URL, 1, none))
          .withMessage("deadline must be positive, is " + none);
    }
  }

  @Test
  void aRateLimitMayBeUsedUpButNotNegative() {
    assertThat(RateLimitSnapshot.of(0, 0, Duration.ZERO).remaining()).isZero();
    assertThatIllegalArgumentException().isThrownBy(() -> RateLimitSnapshot.of(-1, 0, SECOND));
    assertThatIllegalArgumentException().isThrownBy(() -> RateLimitSnapshot.of(1, -1, SECOND));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateLimitSnapshot.of(1, 0, SECOND.negated()))
        .withMessage("a rate limit cannot be negative: 1, 0, PT-1S");
  }
}
