package io.cloudcruise.benchmarks;

import java.util.Arrays;

/** What is compared, in the order in which it is listed. */
enum Contender {
  SKIM(DecodeBenchmark.class, "skim", "Jackson, tokens only"),
  DATABIND(DecodeBenchmark.class, "databind", "Jackson databind"),
  FEIGN_JACKSON(DecodeBenchmark.class, "feignJackson", "Feign's JacksonDecoder"),
  DECODING(DecodeBenchmark.class, "library", "this library"),
  BARE_CLIENT(CallBenchmark.class, "bareClient", "bare JDK client"),
  CALL(CallBenchmark.class, "library", "this library");

  private final String benchmark;
  private final String label;

  Contender(Class<?> benchmarks, String method, String label) {
    this.benchmark = benchmarks.getName() + "." + method;
    this.label = label;
  }

  static Contender of(String benchmark) {
    return Arrays.stream(values())
        .filter(contender -> contender.benchmark.equals(benchmark))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not in the report: " + benchmark));
  }

  String label() {
    return label;
  }
}
