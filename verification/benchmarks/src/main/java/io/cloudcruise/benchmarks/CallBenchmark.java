package io.cloudcruise.benchmarks;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.jackson.RunResultsJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** From a session id to its results, over loopback. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 800, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 2, time = 800, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms512m", "-Xmx512m", "-Xmn192m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"})
public class CallBenchmark {
  static final List<PayloadSize> SIZES = List.of(PayloadSize.SMALL, PayloadSize.MEDIUM);

  private static final String KEY = "benchmark-key-0123456789";

  private final CannedServer server = CannedServer.start();
  private final SessionId sessionId = new SessionId(PayloadGenerator.SESSION_ID);
  private final RunResultsJson decoding = RunResultsJson.create();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final FeignRunResultsAdapter adapter =
      FeignRunResultsAdapter.builder().apiKey(ApiKey.of(KEY)).baseUrl(server.baseUrl()).build();

  /** Of the run that is answered. */
  @Param({"SMALL", "MEDIUM"})
  public PayloadSize size = PayloadSize.SMALL;

  /** Prepares the response, and requires all contenders to read the same in it. */
  @Setup
  public void response() throws IOException, InterruptedException {
    server.responseWith(PayloadGenerator.generate(size));
    Expected expected = new Expected(size);
    expected.require(bareClient());
    expected.require(library());
  }

  /** Ends the client and the server. */
  @TearDown
  public void close() throws IOException {
    adapter.close();
    server.close();
  }

  /** The floor: the JDK's client, and the same decoding. */
  @Benchmark
  public RunResults bareClient() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.baseUrl() + "/run/" + sessionId.value()))
            .header("Accept", "application/json")
            .header("Accept-Encoding", "gzip")
            .header("cc-key", KEY)
            .header("X-CloudCruise-Client", "java/benchmark")
            .build();
    return decoding.read(client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }

  /** What callers do. */
  @Benchmark
  public RunResults library() {
    return adapter.get(sessionId);
  }
}
