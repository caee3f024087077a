package seeded.cloudcruise.contract;

import io.cloudcruise.feign.FeignRunResultsAdapter;

/** Breaks rules on purpose. */
public final class KnowsTheAdapter {
  private KnowsTheAdapter() {}

  public static void stop(FeignRunResultsAdapter adapter) {
    adapter.close();
  }
}
