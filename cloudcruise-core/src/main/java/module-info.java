/** The domain of CloudCruise run results, and the port to read them through. */
module io.cloudcruise.core {
  requires static transitive org.jspecify;

  exports io.cloudcruise.core.model;
  exports io.cloudcruise.core.port;
  exports io.cloudcruise.core.schedule;
}
