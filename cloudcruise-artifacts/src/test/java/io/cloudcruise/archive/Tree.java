package io.cloudcruise.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is below a directory, to be compared. */
final class Tree {
  private Tree() {}

  /** {@return paths of all regular files and links, with content and time of modification} */
  static Map<String, String> of(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(directory)) {
      all.filter(path -> !Files.isDirectory(path))
          .forEach(path -> files.put(name(directory, path), state(path)));
    }
    return files;
  }

  private static String name(Path directory, Path path) {
    return directory.relativize(path).toString().replace('\\', '/');
  }

  private static String state(Path path) {
    try {
      return Files.getLastModifiedTime(path)
          + " "
          + Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
