/** Fetches the artifacts of CloudCruise runs over HTTP, and saves runs as directories. */
module io.cloudcruise.artifacts {
  requires transitive io.cloudcruise.core;
  requires static transitive org.jspecify;
  requires io.cloudcruise.http;
  requires io.cloudcruise.jackson;
  requires java.net.http;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;

  exports io.cloudcruise.archive;
  exports io.cloudcruise.artifact;

  opens io.cloudcruise.archive to
      com.fasterxml.jackson.databind;
}
