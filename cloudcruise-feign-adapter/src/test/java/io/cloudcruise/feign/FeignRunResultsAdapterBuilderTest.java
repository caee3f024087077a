package io.cloudcruise.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import feign.Client;
import feign.Request;
import feign.Response;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.Threads;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeignRunResultsAdapterBuilderTest {
  private static final String KEY = "CLOUDCRUISE_API_KEY";
  private static final String BASE_URL = "CLOUDCRUISE_BASE_URL";

  private static FeignRunResultsAdapter.Builder in(Map<String, String> environment) {
    return new FeignRunResultsAdapter.Builder(environment::get);
  }

  /** Asks, and returns the request, which goes nowhere. */
  private static Request request(FeignRunResultsAdapter.Builder builder) {
    List<Request> seen = new ArrayList<>();
    Client nowhere =
        (request, options) -> {
          seen.add(request);
          return Response.builder().request(request).status(404).headers(Map.of()).build();
        };
    try (var adapter = builder.client(nowhere).build()) {
      assertThat(adapter.find(TestRun.ID)).isEmpty();
    }
    return seen.get(0);
  }

  @Test
  void keyAndBaseUrlComeFromTheEnvironment() {
    Request request = request(in(Map.of(KEY, "sk_env", BASE_URL, "https://env.example/api/")));

    assertThat(request.headers().get("cc-key")).containsExactly("sk_env");
    assertThat(request.url()).isEqualTo("https://env.example/api/run/" + TestRun.ID);
  }

  @Test
  void aSettingOverridesTheEnvironment() {
    Request request =
        request(
            in(Map.of(KEY, "sk_env", BASE_URL, "https://env.example"))
                .apiKey(ApiKey.of("sk_set"))
                .baseUrl("https://set.example"));

    assertThat(request.headers().get("cc-key")).containsExactly("sk_set");
    assertThat(request.url()).isEqualTo("https://set.example/run/" + TestRun.ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void withoutABaseUrlThePlatformIsAsked(String blank) {
    Request unset = request(in(Map.of(KEY, "sk_env")));
    Request set = request(in(Map.of(KEY, "sk_env", BASE_URL, blank)));

    assertThat(List.of(unset.url(), set.url()))
        .containsOnly("https://api.cloudcruise.com/run/" + TestRun.ID);
  }

  @Test
  void withoutAKeyNothingIsBuilt() {
    for (Map<String, String> environment :
        List.of(Map.<String, String>of(), Map.of(KEY, ""), Map.of(KEY, " "))) {
      assertThatIllegalStateException()
          .isThrownBy(() -> in(environment).build())
          .withMessage("there is no API key: set CLOUDCRUISE_API_KEY or call apiKey(...)");
    }
  }

  @Test
  void anUnusableKeyOfTheEnvironmentIsNotQuoted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> in(Map.of(KEY, "sk_secret\n")).build())
        .withMessageNotContaining("sk_secret");
  }

  @Test
  void anUnusableBaseUrlOfTheEnvironmentIsNotQuoted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> in(Map.of(KEY, "k", BASE_URL, "https://me:hunter2@x.example")).build())
        .withMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT-0.000000001S", "PT24H0.000000001S", "P1000000D"})
  void unusableDeadlinesAreRefused(Duration deadline) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> in(Map.of()).deadline(deadline))
        .withMessageContaining("at most a day");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT24H", "PT0.001S"})
  void usableDeadlinesAreNot(Duration deadline) {
    try (var adapter = in(Map.of(KEY, "k")).deadline(deadline).build()) {
      assertThat(adapter).isNotNull();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void unusableCeilingsAreRefused(int value) {
    List<UnaryOperator<FeignRunResultsAdapter.Builder>> ceilings =
        List.of(
            builder -> builder.responses(it -> it.maxResponseBytes(value)),
            builder -> builder.responses(it -> it.maxErrorBytes(value)),
            builder -> builder.responses(it -> it.maxJsonDepth(value)),
            builder -> builder.responses(it -> it.maxStringLength(value)),
            builder -> builder.responses(it -> it.maxTokens(value)));

    for (UnaryOperator<FeignRunResultsAdapter.Builder> ceiling : ceilings) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ceiling.apply(in(Map.of(KEY, "k"))).build())
          .withMessageContaining("must be positive, is " + value);
    }
  }

  @Test
  void nothingRefusedLeavesThreadsBehind() {
    Threads threads = Threads.sinceNow();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> in(Map.of(KEY, "k")).responses(it -> it.maxTokens(0)).build());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> in(Map.of(KEY, "k")).baseUrl("ftp://x").build());
    assertThatIllegalStateException().isThrownBy(() -> in(Map.of()).build());

    assertThat(threads.selectors()).isZero();
    assertThat(threads.workers()).isZero();
  }

  @Test
  void theShortestDeadlineStillEnds() {
    try (var server = HostileServer.responding(TestRun.response());
        var adapter = TestRun.adapterTo(server.baseUrl()).deadline(Duration.ofNanos(1)).build()) {
      assertThat(TestRun.failure(DeadlineExceededException.class, adapter))
          .hasMessageContaining("PT0.000000001S");
    }
  }

  @Test
  @SuppressWarnings("NullAway") // what callers without a checker do
  void nullsAreRefused() {
    List<UnaryOperator<FeignRunResultsAdapter.Builder>> nulls =
        List.of(
            builder -> builder.apiKey((ApiKey) null),
            builder -> builder.baseUrl((String) null),
            builder -> builder.baseUrl((URI) null),
            builder -> builder.deadline(null),
            builder -> builder.responses(it -> it.outputReader(null)),
            builder -> builder.responses(it -> it.driftListener(null)),
            builder -> builder.responses(it -> it.clock(null)),
            builder -> builder.responses(it -> null),
            builder -> builder.proxy(null),
            builder -> builder.sslContext(null),
            builder -> builder.executor(null),
            builder -> builder.client(null));

    for (UnaryOperator<FeignRunResultsAdapter.Builder> option : nulls) {
      assertThatNullPointerException().isThrownBy(() -> option.apply(in(Map.of())));
    }
  }
}
