package io.cloudcruise.reliability.faults;

import io.cloudcruise.artifact.HttpArtifactAdapter;
import io.cloudcruise.core.artifact.ArtifactIdentity;
import io.cloudcruise.core.artifact.RunArtifacts;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.port.ArtifactHead;
import io.cloudcruise.core.port.ArtifactPort;
import io.cloudcruise.core.port.ArtifactReceiver;
import io.cloudcruise.core.port.ArtifactRequest;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.jackson.RunResultsJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Fetches an artifact in trouble: once, and then again as an artifact of a run. */
final class ArtifactTrial {
  static final String BYTES = "not a real screenshot, but as good as one";
  static final int MOST_BYTES = 100_000;

  private static final RetryPolicy TWICE =
      RetryPolicy.builder()
          .maxAttempts(2)
          .initialBackoff(Duration.ofMillis(1))
          .maxBackoff(Duration.ofMillis(1))
          .build();

  private ArtifactTrial() {}

  static Row row(String fault, Trouble.Source source, Expected expected) {
    return new Row("artifact", fault, expected, within -> observe(source, within));
  }

  private static Observed observe(Trouble.Source source, Within within) throws Exception {
    Ending once;
    int requests;
    try (Trouble trouble = source.make();
        var adapter = adapter(trouble)) {
      once = Ending.of(() -> fetched(adapter, trouble.baseUrl(), within));
      requests = trouble.requests();
    }
    return new Observed(once.words(), once.took(), requests, again(source, within));
  }

  static HttpArtifactAdapter adapter(Trouble trouble) {
    HttpArtifactAdapter.Builder builder =
        HttpArtifactAdapter.builder().baseUrl(trouble.server().baseUrl());
    trouble.trust().ifPresent(builder::sslContext);
    return builder.build();
  }

  static String fetched(ArtifactPort port, String baseUrl, Within within) {
    SignedUrl url = new SignedUrl(baseUrl + "/a?signature=canary", Optional.empty());
    Taken taken = new Taken();
    port.fetch(ArtifactRequest.whole(url, MOST_BYTES, within.deadline()), taken);
    return taken.bytes == BYTES.length() ? "artifact" : taken.bytes + " bytes";
  }

  private static Again again(Trouble.Source source, Within within) throws Exception {
    AtomicInteger fetches = new AtomicInteger();
    AtomicInteger renewals = new AtomicInteger();
    try (Trouble trouble = source.make();
        var adapter = adapter(trouble)) {
      ArtifactPort counted =
          (request, receiver) -> {
            fetches.incrementAndGet();
            adapter.fetch(request, receiver);
          };
      RunResults results = results(trouble.baseUrl());
      RunArtifacts artifacts =
          RunArtifacts.builder(
                  results,
                  run -> {
                    renewals.incrementAndGet();
                    return Optional.of(results);
                  },
                  counted)
              .policy(TWICE)
              .maxBytes(MOST_BYTES)
              .deadline(within.deadline())
              .build();
      ArtifactIdentity file = artifacts.all().keySet().iterator().next();
      Ending.of(() -> artifacts.fetch(file, new Taken()).sha256());
    }
    return renewals.get() > 0 ? Again.RENEWED : fetches.get() > 1 ? Again.YES : Again.NO;
  }

  static RunResults results(String baseUrl) {
    String file =
        "{\"signed_file_url\":\"" + baseUrl + "/a?signature=canary\",\"file_name\":\"a\"}";
    String json = RunTrial.JSON.replace("\"data\"", "\"file_urls\":[" + file + "],\"data\"");
    return RunResultsJson.create().read(json.getBytes(StandardCharsets.UTF_8));
  }

  /** Counts what comes. */
  private static final class Taken implements ArtifactReceiver {
    private int bytes;

    @Override
    public void begin(ArtifactHead head) {
      bytes = 0;
    }

    @Override
    public void receive(ByteBuffer next) {
      bytes += next.remaining();
    }
  }
}
