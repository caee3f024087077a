package io.cloudcruise.cli;

import io.cloudcruise.core.model.RunResults;
import java.util.Locale;

/** Says how many there are. */
final class Counted {
  private Counted() {}

  static String of(long count, String one, String many) {
    return number(count) + " " + (count == 1 ? one : many);
  }

  /** {@return how many errors there are, and how many of them the run got past} */
  static String errors(RunResults results) {
    int all = results.errors().size();
    int recovered = results.recoveredErrors().size();
    String errors = of(all, "error", "errors");
    if (recovered == 0) {
      return results.wasRecovered() ? errors + ", recovered without saying which" : errors;
    }
    if (recovered == all) {
      return errors + (all == 1 ? ", recovered" : ", all recovered");
    }
    return errors + ", " + number(recovered) + " of them recovered";
  }

  static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
