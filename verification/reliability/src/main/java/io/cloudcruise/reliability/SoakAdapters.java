package io.cloudcruise.reliability;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudcruise.artifact.HttpArtifactAdapter;
import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.port.ArtifactHead;
import io.cloudcruise.core.port.ArtifactReceiver;
import io.cloudcruise.core.port.ArtifactRequest;
import io.cloudcruise.core.port.RateLimiter;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens adapters, uses each of them once, and closes them. */
final class SoakAdapters {
  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final String baseUrl;
  private final SoakTally tally = new SoakTally();
  private final SoakProbe probe;

  private SoakAdapters(String baseUrl, SoakRuns runs) {
    this.baseUrl = baseUrl;
    this.probe = new SoakProbe(runs, tally);
  }

  /**
   * What came of it.
   *
   * @param count how many of each kind there were
   */
  record Figures(int count, Duration duration, SoakTally tally, Resources before, Resources after) {
    List<String> problems() {
      List<String> problems = new ArrayList<>(tally.problems());
      after.exceeding(before).forEach(more -> problems.add("after closing adapters: " + more));
      return problems;
    }
  }

  /** Uses so many adapters of each kind, at a platform without faults. */
  static Figures use(int count, SoakRuns runs, SoakSettings settings) {
    Resources before = Resources.idle();
    long start = System.nanoTime();
    SoakTally tally = used(count, runs, settings);
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    return new Figures(count, duration, tally, before, Resources.settled(before));
  }

  static SoakTally used(int count, SoakRuns runs, SoakSettings settings) {
    try (SoakServer server = SoakServer.start(runs::response, settings.withoutFaults())) {
      SoakAdapters adapters = new SoakAdapters(server.baseUrl(), runs);
      for (int i = 0; i < count; i++) {
        adapters.retrieve(i % settings.runs());
        adapters.fetch(SoakConnection.FILES + i);
      }
      return adapters.tally;
    }
  }

  private void retrieve(int run) {
    try (FeignRunResultsAdapter adapter =
        SoakStack.adapter(baseUrl, DEADLINE, RateLimiter.UNLIMITED)) {
      probe.ofAttempts(adapter).get(SoakRuns.id(run));
    } catch (RuntimeException thrown) {
      tally.unexpected("an adapter that was used once threw " + thrown);
    }
  }

  private void fetch(String file) {
    Text received = new Text();
    try (HttpArtifactAdapter adapter = HttpArtifactAdapter.builder().baseUrl(baseUrl).build()) {
      SignedUrl url = new SignedUrl(baseUrl + file, Optional.empty());
      adapter.fetch(ArtifactRequest.whole(url, 1 << 10, DEADLINE), received);
    } catch (RuntimeException thrown) {
      tally.unexpected("an adapter that was used once threw " + thrown);
    }
    if (!received.text.toString().equals(file)) {
      tally.unexpected("an artifact has other bytes than were sent");
    }
  }

  private static final class Text implements ArtifactReceiver {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void begin(ArtifactHead head) {}

    @Override
    public void receive(ByteBuffer bytes) {
      text.append(UTF_8.decode(bytes));
    }
  }
}
