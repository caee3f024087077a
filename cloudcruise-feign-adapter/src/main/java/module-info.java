/** Reads CloudCruise run results over HTTP, with Feign and Jackson. */
module io.cloudcruise.feign {
  requires transitive io.cloudcruise.core;
  requires transitive feign.core;
  requires static transitive org.jspecify;
  requires java.net.http;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;

  exports io.cloudcruise.feign;
}
