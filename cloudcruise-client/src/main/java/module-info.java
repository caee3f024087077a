/** Reads what CloudCruise runs produced: one call gives everything, wired in the right order. */
module io.cloudcruise.client {
  requires transitive io.cloudcruise.artifacts;
  requires transitive io.cloudcruise.core;
  requires static transitive org.jspecify;
  requires io.cloudcruise.feign;
  requires io.cloudcruise.jackson;

  exports io.cloudcruise.client;
}
