/**
 * The domain of CloudCruise run results, the port to read them through, and how to wait for them.
 */
@SuppressWarnings("module") // the codec is built after this module
module io.cloudcruise.core {
  requires static transitive org.jspecify;

  exports io.cloudcruise.core.artifact;
  exports io.cloudcruise.core.ratelimit;
  exports io.cloudcruise.core.credential;
  exports io.cloudcruise.core.model;
  exports io.cloudcruise.core.port;
  exports io.cloudcruise.core.retry;
  exports io.cloudcruise.core.time;
  exports io.cloudcruise.core.wait;
  exports io.cloudcruise.core.internal to
      io.cloudcruise.jackson;
}
