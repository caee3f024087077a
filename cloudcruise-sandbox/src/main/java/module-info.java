/**
 * An embedded CloudCruise API on loopback, for demos, contracts and integration tests.
 *
 * <p>It needs nothing but the JDK's own HTTP server.
 */
module io.cloudcruise.sandbox {
  requires jdk.httpserver;
  requires static transitive org.jspecify;

  exports io.cloudcruise.sandbox;
}
