package io.cloudcruise.core.artifact;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.model.Timestamp;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.core.port.ArtifactHead;
import io.cloudcruise.core.port.ArtifactPort;
import io.cloudcruise.core.port.ArtifactReceiver;
import io.cloudcruise.core.port.ArtifactRequest;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.time.VirtualTimer;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RunArtifactsTest {
  private static final SessionId RUN = new SessionId("run-1");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String CONTENT = "abcdefghij";
  private static final String SHA256 =
      "72399361da6a7754fec986dca5b7cbaf1c810a28ded4abaf56b2106d06cb78b0";

  private static final RunResults ONLY =
      results(file("a", "https://s.example/1", Optional.empty()));

  private final VirtualTimer timer = new VirtualTimer();
  private final List<ArtifactRequest> requests = new ArrayList<>();
  private final Received received = new Received();
  private int retrievals;

  /** What has come. */
  private static final class Received implements ArtifactReceiver {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void begin(ArtifactHead head) {
      text.setLength((int) head.from());
    }

    @Override
    public void receive(ByteBuffer bytes) {
      text.append(US_ASCII.decode(bytes));
    }
  }

  private static RunFile file(String name, String url, Optional<Instant> expiry) {
    Optional<Timestamp> end = expiry.map(Instant::toString).map(Timestamp::new);
    return RunFile.builder().url(new SignedUrl(url, end)).name(name).build();
  }

  private static RunResults results(RunFile... files) {
    return RunResults.builder(RUN, RunStatus.of(RunStatus.Kind.SUCCEEDED))
        .files(List.of(files))
        .build();
  }

  private RunArtifacts.Builder artifacts(RunResults first, RunResults next, ArtifactPort port) {
    return RunArtifacts.builder(
            first,
            unused -> {
              retrievals++;
              return Optional.of(next);
            },
            (request, receiver) -> {
              requests.add(request);
              port.fetch(request, receiver);
            })
        .timer(timer)
        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
        .random(() -> 1);
  }

  private RunArtifacts.Builder artifactsOfOne(ArtifactPort port) {
    return artifacts(ONLY, ONLY, port);
  }

  private void assertFails(RunArtifacts artifacts, Reason reason) {
    assertThatExceptionOfType(ArtifactException.class)
        .isThrownBy(() -> fetchOnly(artifacts))
        .matches(failure -> failure.reason() == reason);
  }

  private FetchedArtifact fetchOnly(RunArtifacts artifacts) {
    return artifacts.fetch(artifacts.all().keySet().iterator().next(), received);
  }

  /** Sends from where it is asked to, up to a place at which it may break off. */
  private static void send(
      ArtifactRequest request, ArtifactReceiver receiver, String version, int until) {
    boolean rest = request.version().equals(Optional.of(version));
    int from = rest ? (int) request.from() : 0;
    receiver.begin(
        ArtifactHead.builder()
            .from(from)
            .size((long) CONTENT.length())
            .version(version.isEmpty() ? null : version)
            .mediaType("text/plain")
            .build());
    receiver.receive(ByteBuffer.wrap(CONTENT.substring(from, until).getBytes(US_ASCII)));
    if (until < CONTENT.length()) {
      throw new ArtifactException(Reason.BROKEN, request.url(), "", null);
    }
  }

  private static void refuse(ArtifactRequest request) {
    throw new ArtifactException(Reason.REFUSED, request.url(), "", 403);
  }

  @Test
  void fetchesDigestsAndSaysWhatItIs() {
    FetchedArtifact fetched =
        fetchOnly(artifactsOfOne((asked, to) -> send(asked, to, "v", 10)).build());

    assertThat(received.text).hasToString(CONTENT);
    assertThat(fetched.sha256()).isEqualTo(SHA256);
    assertThat(fetched.size()).isEqualTo(10);
    assertThat(fetched.mediaType()).contains("text/plain");
    assertThat(retrievals).isZero();
  }

  @Test
  void asksForTheRestAsLongAsSomethingComes() {
    FetchedArtifact fetched =
        fetchOnly(
            artifactsOfOne(
                    (asked, to) -> send(asked, to, "v", Math.min(10, (int) asked.from() + 1)))
                .policy(RetryPolicy.NONE)
                .build());

    assertThat(requests).extracting(ArtifactRequest::from).startsWith(0L, 1L, 2L).hasSize(10);
    assertThat(received.text).hasToString(CONTENT);
    assertThat(fetched.sha256()).isEqualTo(SHA256);
  }

  @Test
  void asksForAllOfItWhereStorageCannotTellThatItIsTheSame() {
    FetchedArtifact fetched =
        fetchOnly(
            artifactsOfOne((asked, to) -> send(asked, to, "", requests.size() == 1 ? 4 : 10))
                .build());

    assertThat(requests).extracting(ArtifactRequest::from).containsExactly(0L, 0L);
    assertThat(received.text).hasToString(CONTENT);
    assertThat(fetched.sha256()).isEqualTo(SHA256);
  }

  @Test
  void beginsAnewWhereItHasChangedMeanwhile() {
    FetchedArtifact fetched =
        fetchOnly(
            artifactsOfOne(
                    (asked, to) ->
                        send(asked, to, "v" + requests.size(), requests.size() == 1 ? 4 : 10))
                .build());

    assertThat(requests).extracting(ArtifactRequest::from).containsExactly(0L, 4L);
    assertThat(fetched.sha256()).isEqualTo(SHA256);
  }

  @Test
  void givesUpAfterSoManyAttemptsInVain() {
    RunArtifacts artifacts =
        artifactsOfOne(
                (asked, to) -> {
                  throw new ArtifactException(Reason.UNREACHABLE, asked.url(), "", 503);
                })
            .build();

    assertFails(artifacts, Reason.UNREACHABLE);
    assertThat(requests).hasSize(RetryPolicy.STANDARD.maxAttempts());
  }

  @Test
  void theDeadlineCoversAllAttempts() {
    RunArtifacts artifacts =
        artifactsOfOne(
                (asked, to) -> {
                  timer.advance(Duration.ofSeconds(6));
                  send(asked, to, "v", (int) asked.from() + 1);
                })
            .deadline(Duration.ofSeconds(10))
            .build();

    assertFails(artifacts, Reason.TIME_IS_UP);
    assertThat(requests).hasSize(2);
  }

  @Test
  void renewsARefusedUrlOnceAndFindsTheSameArtifact() {
    RunResults first = results(file("a", "https://s.example/old", Optional.empty()));
    RunResults next =
        results(
            file("b", "https://s.example/b", Optional.empty()),
            file("a", "https://s.example/new", Optional.empty()));

    FetchedArtifact fetched =
        fetchOnly(
            artifacts(
                    first,
                    next,
                    (asked, to) -> {
                      if (asked.url().reveal().endsWith("old")) {
                        refuse(asked);
                      }
                      send(asked, to, "v", 10);
                    })
                .build());

    assertThat(fetched.url().reveal()).isEqualTo("https://s.example/new");
    assertThat(retrievals).isOne();
  }

  @Test
  void doesNotRenewTwice() {
    RunArtifacts artifacts = artifactsOfOne((asked, to) -> refuse(asked)).build();

    assertFails(artifacts, Reason.REFUSED);
    assertThat(retrievals).isOne();
    assertThat(requests).hasSize(2);
  }

  @Test
  void renewsAUrlThatHasExpiredWithoutTryingIt() {
    RunResults first = results(file("a", "https://s.example/old", Optional.of(NOW)));
    RunResults next = results(file("a", "https://s.example/new", Optional.empty()));

    fetchOnly(artifacts(first, next, (asked, to) -> send(asked, to, "v", 10)).build());

    assertThat(requests)
        .extracting(request -> request.url().reveal())
        .containsExactly("https://s.example/new");
  }

  @Test
  void manyExpiredUrlsAreRenewedTogether() {
    RunFile[] files = new RunFile[1_000];
    for (int i = 0; i < files.length; i++) {
      files[i] = file("same name", "https://s.example/" + i, Optional.of(NOW));
    }
    RunResults only = results(files);
    RunArtifacts artifacts = artifacts(only, only, (asked, to) -> send(asked, to, "v", 10)).build();

    artifacts.all().keySet().forEach(which -> artifacts.fetch(which, received));

    assertThat(artifacts.all()).hasSize(1_000);
    assertThat(retrievals).isOne();
    assertThat(requests)
        .extracting(request -> request.url().reveal())
        .doesNotHaveDuplicates()
        .hasSize(1_000);
  }

  @Test
  void anArtifactThatTheRunHasLostIsMissing() {
    RunResults first = results(file("a", "https://s.example/old", Optional.of(NOW)));
    RunArtifacts artifacts =
        artifacts(first, results(), (asked, to) -> send(asked, to, "v", 10)).build();

    assertFails(artifacts, Reason.MISSING);
  }

  @Test
  void aBodyThatEndsEarlyIsNotComplete() {
    RunArtifacts artifacts =
        artifactsOfOne(
                (asked, to) -> {
                  to.begin(ArtifactHead.builder().size(10L).build());
                  to.receive(ByteBuffer.wrap(new byte[3]));
                })
            .build();

    assertFails(artifacts, Reason.BROKEN);
  }

  @Test
  void interruptionEndsAPause() {
    RunArtifacts artifacts =
        artifactsOfOne(
                (asked, to) -> {
                  Thread.currentThread().interrupt();
                  throw new ArtifactException(Reason.BROKEN, asked.url(), "", null);
                })
            .build();

    assertFails(artifacts, Reason.INTERRUPTED);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void theDeadlineIsCountedFromWhenTheFetchBegins() {
    timer.advance(Duration.ofHours(1));

    FetchedArtifact fetched =
        fetchOnly(
            artifactsOfOne((asked, to) -> send(asked, to, "v", requests.size() == 1 ? 4 : 10))
                .deadline(Duration.ofSeconds(10))
                .build());

    assertThat(fetched.sha256()).isEqualTo(SHA256);
  }

  @Test
  void doesNotPauseForAllOfTheTimeLeft() {
    RandomGenerator random = () -> 2_000;
    Duration pause = RetryPolicy.STANDARD.backoff(1, random);
    RunArtifacts artifacts =
        artifactsOfOne(
                (asked, to) -> {
                  throw new ArtifactException(Reason.UNREACHABLE, asked.url(), "", 503);
                })
            .random(random)
            .deadline(pause)
            .build();

    assertFails(artifacts, Reason.TIME_IS_UP);
    assertThat(timer.passed()).isZero();
  }

  @Test
  void pausesAreDrawnAtRandom() {
    Set<Duration> pauses = new HashSet<>();
    for (int fetch = 0; fetch < 20; fetch++) {
      requests.clear();
      Duration start = timer.passed();
      fetchOnly(
          RunArtifacts.builder(
                  ONLY,
                  unused -> Optional.of(ONLY),
                  (asked, to) -> {
                    requests.add(asked);
                    send(asked, to, "v", requests.size() == 1 ? 4 : 10);
                  })
              .timer(timer)
              .build());
      pauses.add(timer.passed().minus(start));
    }

    assertThat(pauses).hasSizeGreaterThan(10);
  }

  @Test
  void renewsFromWhateverThread() {
    RunArtifacts artifacts =
        artifactsOfOne(
                (asked, to) -> {
                  if (requests.size() % 2 == 1) {
                    refuse(asked);
                  }
                  send(asked, to, "v", 10);
                })
            .build();

    fetchOnly(artifacts);

    // On a thread of its own.
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> fetchOnly(artifacts));
    assertThat(retrievals).isEqualTo(2);
  }

  @Test
  void boundsThatAreNoneAreRefused() {
    RunArtifacts.Builder artifacts = artifactsOfOne((asked, to) -> send(asked, to, "v", 10));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> artifacts.maxBytes(0))
        .withMessage("maxBytes must be positive, is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> artifacts.deadline(Duration.ZERO))
        .withMessage("the deadline must be positive, is PT0S");
    assertThatIllegalArgumentException().isThrownBy(() -> artifacts.deadline(Duration.ofNanos(-1)));
  }

  @Test
  void storageIsToldHowLargeAnArtifactMayBe() {
    fetchOnly(artifactsOfOne((asked, to) -> send(asked, to, "v", 10)).maxBytes(1).build());

    assertThat(requests).extracting(ArtifactRequest::maxBytes).containsExactly(1L);
  }
}
