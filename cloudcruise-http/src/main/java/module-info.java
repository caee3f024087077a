/** What the adapters for run results and for artifacts share of HTTP. No API. */
@SuppressWarnings("module") // those that it is exported to are built later
module io.cloudcruise.http {
  requires transitive io.cloudcruise.core;
  requires transitive java.net.http;
  requires static transitive org.jspecify;

  exports io.cloudcruise.http.internal to
      io.cloudcruise.artifacts,
      io.cloudcruise.feign;
}
