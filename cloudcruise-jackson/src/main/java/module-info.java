/**
 * Reads and writes the JSON of CloudCruise run results with Jackson, and maps HTTP responses to
 * what the port promises. Knows no HTTP client.
 */
module io.cloudcruise.jackson {
  requires transitive io.cloudcruise.core;
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jsr310;

  exports io.cloudcruise.jackson;
}
