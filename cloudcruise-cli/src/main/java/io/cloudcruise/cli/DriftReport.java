package io.cloudcruise.cli;

import io.cloudcruise.core.port.Drift;
import io.cloudcruise.core.port.DriftListener;
import java.util.Locale;

/** Says on standard error what this version does not know, one line each. */
record DriftReport(CliContext context) implements DriftListener {
  @Override
  public void onDrift(Drift drift) {
    String kind = drift.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String word = drift.word().map(unknown -> ": " + unknown).orElse("");
    context.complain(SafeText.line("drift: " + kind + " at " + drift.path() + word));
  }
}
