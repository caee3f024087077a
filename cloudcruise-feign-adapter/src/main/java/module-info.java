/** Reads CloudCruise run results over HTTP, with Feign. */
module io.cloudcruise.feign {
  requires transitive io.cloudcruise.core;
  requires transitive io.cloudcruise.jackson;
  requires transitive feign.core;
  requires static transitive org.jspecify;
  requires io.cloudcruise.http;
  requires java.net.http;

  exports io.cloudcruise.feign;
}
