package io.cloudcruise.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectReader;
import feign.Request;
import feign.Response;
import feign.codec.Decoder;
import feign.jackson.JacksonDecoder;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.jackson.RunResultsJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
import org.openjdk.jmh.annotations.Warmup;

/** From the bytes of a response to something that a program can ask. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 800, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 2, time = 800, timeUnit = TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xms512m", "-Xmx512m", "-Xmn192m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"})
public class DecodeBenchmark {
  private static final Request REQUEST =
      Request.create(
          Request.HttpMethod.GET,
          "http://localhost/run/" + PayloadGenerator.SESSION_ID,
          Map.of(),
          null,
          StandardCharsets.UTF_8,
          null);

  private final JsonFactory factory = new JsonFactory();
  private final ObjectReader databind = WireRun.mapper().readerFor(WireRun.class);
  private final Decoder feignDecoder = new JacksonDecoder(WireRun.mapper());
  private final RunResultsJson library = RunResultsJson.create();
  private byte[] json = {};

  /** Of the run that is decoded. */
  @Param public PayloadSize size = PayloadSize.SMALL;

  /** Makes the response, and requires all contenders to read the same in it. */
  @Setup
  public void generate() throws IOException {
    json = PayloadGenerator.generate(size);
    Expected expected = new Expected(size);
    expected.require(databind());
    expected.require((WireRun) feignJackson());
    expected.require(library());
    if (skim() < json.length / 100) {
      throw new IllegalStateException("too few tokens");
    }
  }

  /** The floor: every token is looked at, and nothing is made of it. */
  @Benchmark
  public int skim() throws IOException {
    int tokens = 0;
    try (JsonParser parser = factory.createParser(json)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  /** Jackson alone, into a record for each object. */
  @Benchmark
  public WireRun databind() throws IOException {
    return databind.readValue(json);
  }

  /** What a Feign client uses by default, into the same records. */
  @Benchmark
  public Object feignJackson() throws IOException {
    Response response =
        Response.builder().status(200).request(REQUEST).headers(Map.of()).body(json).build();
    return feignDecoder.decode(response, WireRun.class);
  }

  /** What the adapter does with a response. */
  @Benchmark
  public RunResults library() {
    return library.read(json);
  }
}
