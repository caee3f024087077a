/** What keeps implementations of the run results port interchangeable, and what to test with. */
module io.cloudcruise.contract {
  requires transitive io.cloudcruise.core;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires static transitive org.jspecify;
  requires io.cloudcruise.jackson;
  requires io.cloudcruise.sandbox;

  exports io.cloudcruise.contract;

  // The suites are found and run by reflection.
  opens io.cloudcruise.contract to
      org.junit.platform.commons;
}
