package io.cloudcruise.reliability.leaks;

import io.cloudcruise.archive.RunArchive;
import io.cloudcruise.archive.SavedRun;
import io.cloudcruise.artifact.HttpArtifactAdapter;
import io.cloudcruise.core.artifact.FetchedArtifact;
import io.cloudcruise.core.artifact.RunArtifacts;
import io.cloudcruise.core.credential.EncryptionKey;
import io.cloudcruise.core.port.ArtifactHead;
import io.cloudcruise.core.port.ArtifactReceiver;
import io.cloudcruise.core.port.ArtifactRequest;
import io.cloudcruise.core.port.RateLimitSnapshot;
import io.cloudcruise.core.ratelimit.LocalRateLimiter;
import io.cloudcruise.core.ratelimit.RateLimitedRunResults;
import io.cloudcruise.core.retry.RetryingRunResults;
import io.cloudcruise.core.time.SystemTimer;
import io.cloudcruise.core.wait.RunWaiter;
import io.cloudcruise.core.wait.WaitOutcome;
import io.cloudcruise.core.wait.WaitPolicy;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.redis.RedisRateLimiter;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One of everything that is made of canaries, or that hears them. */
final class Holders implements AutoCloseable {
  private static final URI REDIS = URI.create("redis://fleet:password-canary@127.0.0.1:1/0");

  private final PlantedPlatform platform = new PlantedPlatform();
  private final FeignRunResultsAdapter runs = platform.runs();
  private final HttpArtifactAdapter artifacts = platform.artifacts();
  private final List<Object> all = new ArrayList<>();

  Holders(Path directory) {
    keys();
    values();
    adapters();
    useCases();
    archives(directory);
    sharedBudget();
  }

  List<Object> all() {
    return all;
  }

  private void keys() {
    all.add(ApiKey.of(Planted.API_KEY));
    all.add(EncryptionKey.of(Planted.ENCRYPTION_KEY));
    all.add(PlantedRun.CIPHER);
  }

  private void values() {
    String json = PlantedRun.everything();
    all.add(PlantedRun.read(json, all::add));
    all.add(PlantedRun.CIPHER.decrypt(PlantedRun.read(json)));
    for (String status : List.of("success", "stopped", "start", "new")) {
      all.add(PlantedRun.read(json.replace("execution.failed", "execution." + status)));
    }
    all.add(RateLimitSnapshot.of(1, 1, Duration.ZERO));
  }

  private void adapters() {
    all.add(runs);
    all.add(artifacts);
    all.add(
        FeignRunResultsAdapter.builder()
            .apiKey(ApiKey.of(Planted.API_KEY))
            .baseUrl("https://name:password-canary@api.example?key=canary"));
    all.add(FeignRunResultsAdapter.builder().apiKey(() -> ApiKey.of(Planted.API_KEY)));
    all.add(HttpArtifactAdapter.builder().baseUrl("https://name:password-canary@api.example"));
  }

  private void useCases() {
    all.add(RetryingRunResults.builder(runs));
    all.add(RetryingRunResults.builder(runs).build());
    all.add(
        RateLimitedRunResults.builder(runs)
            .rateLimiter(new LocalRateLimiter())
            .maxWait(Duration.ZERO)
            .timer(new SystemTimer())
            .build());
    artifacts();
    waits();
  }

  private void artifacts() {
    RunArtifacts.Builder builder = RunArtifacts.builder(runs.get(PlantedRun.ID), runs, artifacts);
    RunArtifacts of = builder.build();
    all.add(builder);
    all.add(of);
    of.all()
        .forEach(
            (identity, artifact) -> {
              FetchedArtifact fetched = of.fetch(identity, new Receiver(all));
              all.add(fetched);
              all.add(ArtifactRequest.whole(fetched.url(), 1, Duration.ofSeconds(1)));
            });
  }

  private void waits() {
    WaitPolicy policy = WaitPolicy.STANDARD.toBuilder().lateArtifacts(Duration.ZERO).build();
    RunWaiter.Builder builder = RunWaiter.builder(runs).listener(all::add);
    RunWaiter waiter = builder.build();
    all.add(policy);
    all.add(builder);
    all.add(waiter);
    all.add(waiter.await(PlantedRun.ID, policy));
    all.add(WaitOutcome.NeedsPerson.of(runs.get(PlantedRun.ID), Duration.ZERO, 1));
    all.add(WaitOutcome.StillRunning.of(Optional.of(runs.get(PlantedRun.ID)), Duration.ZERO, 1));
    waiter.close();
  }

  private void archives(Path directory) {
    RunArchive.Builder builder = RunArchive.builder(runs, artifacts);
    SavedRun saved = builder.build().save(PlantedRun.ID, directory);
    all.add(builder);
    all.add(builder.build());
    all.add(saved);
    all.add(RunArchive.open(directory));
  }

  private void sharedBudget() {
    RedisRateLimiter.Builder builder = RedisRateLimiter.builder(REDIS, "shared", 1);
    all.add(builder);
    try (RedisRateLimiter limiter = builder.build()) {
      all.add(limiter);
    }
  }

  @Override
  public void close() {
    runs.close();
    artifacts.close();
    platform.close();
  }

  /** Keeps what it is told of an artifact, and none of its bytes. */
  private record Receiver(List<Object> told) implements ArtifactReceiver {
    @Override
    public void begin(ArtifactHead head) {
      told.add(head);
    }

    @Override
    public void receive(ByteBuffer bytes) {
      bytes.position(bytes.limit());
    }
  }
}
