package io.cloudcruise.contract.pact;

import java.util.List;
import java.util.stream.Stream;

/** Every meaning that the pact states. */
final class Meanings {
  private Meanings() {}

  static List<Meaning> all() {
    return Stream.of(
            FinishedRuns.meanings(),
            UnfinishedRuns.meanings(),
            RunDetails.meanings(),
            Refusals.meanings())
        .flatMap(List::stream)
        .toList();
  }
}
