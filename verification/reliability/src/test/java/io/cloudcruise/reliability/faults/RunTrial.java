package io.cloudcruise.reliability.faults;

import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.retry.RetryPolicy;
import io.cloudcruise.core.retry.RetryingRunResults;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Retrieves a run in trouble: once, and then again with retries. */
final class RunTrial {
  static final SessionId RUN = new SessionId("5a4db0c5-abcd-4000-8000-000000000001");
  static final String JSON =
      "{\"session_id\":\"" + RUN + "\",\"status\":\"execution.success\",\"data\":{\"n\":1}}";
  static final ApiKey KEY = ApiKey.of("sk_not_a_real_key_canary");

  private static final RetryPolicy TWICE =
      RetryPolicy.builder()
          .maxAttempts(2)
          .initialBackoff(Duration.ofMillis(1))
          .maxBackoff(Duration.ofMillis(1))
          .build();

  private RunTrial() {}

  static Row row(String fault, Trouble.Source source, Expected expected) {
    return new Row("run results", fault, expected, within -> observe(source, within));
  }

  static Observed observe(Trouble.Source source, Within within) throws Exception {
    Ending once;
    int requests;
    try (Trouble trouble = source.make();
        var adapter = adapter(trouble, within.deadline())) {
      once = Ending.of(() -> found(adapter));
      requests = trouble.requests();
    }
    return new Observed(once.words(), once.took(), requests, again(source, within));
  }

  private static Again again(Trouble.Source source, Within within) throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    try (Trouble trouble = source.make();
        var adapter = adapter(trouble, within.deadline())) {
      RunResultsPort counted =
          run -> {
            attempts.incrementAndGet();
            return adapter.find(run);
          };
      RunResultsPort retrying = RetryingRunResults.builder(counted).policy(TWICE).build();
      Ending.of(() -> found(retrying));
    }
    return attempts.get() == 1 ? Again.NO : Again.YES;
  }

  static FeignRunResultsAdapter adapter(Trouble trouble, Duration deadline) {
    FeignRunResultsAdapter.Builder builder =
        FeignRunResultsAdapter.builder().apiKey(KEY).baseUrl(trouble.baseUrl()).deadline(deadline);
    trouble.trust().ifPresent(builder::sslContext);
    return builder.build();
  }

  static String found(RunResultsPort port) {
    return port.find(RUN).map(results -> "results").orElse("no such run");
  }
}
