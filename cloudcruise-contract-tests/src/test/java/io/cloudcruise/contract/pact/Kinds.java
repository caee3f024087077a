package io.cloudcruise.contract.pact;

import java.util.List;
import java.util.stream.Stream;

/** Every meaning that the pact states. */
final class Kinds {
  private Kinds() {}

  static List<Kind> all() {
    return Stream.of(
            FinishedRuns.kinds(), UnfinishedRuns.kinds(), RunDetails.kinds(), StatusMapper.kinds())
        .flatMap(List::stream)
        .toList();
  }
}
