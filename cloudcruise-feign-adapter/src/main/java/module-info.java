/**
 * Reads CloudCruise run results over HTTP, with Feign and Jackson, and saves runs with their
 * artifacts.
 */
module io.cloudcruise.feign {
  requires transitive io.cloudcruise.core;
  requires transitive feign.core;
  requires static transitive org.jspecify;
  requires java.net.http;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;

  exports io.cloudcruise.archive;
  exports io.cloudcruise.feign;

  opens io.cloudcruise.archive to
      com.fasterxml.jackson.databind;
}
