package io.cloudcruise.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads the files that ship with the sandbox. */
final class Resources {

  private Resources() {}

  static String text(String path) {
    byte[] bytes =
        find(path).orElseThrow(() -> new IllegalStateException("resource missing: " + path));
    return new String(bytes, UTF_8);
  }

  static Optional<byte[]> find(String path) {
    try (InputStream in = Resources.class.getResourceAsStream(path)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
