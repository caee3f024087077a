package io.cloudcruise.contract.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Java files below one directory.
 *
 * @param root absolute
 * @param files never empty: whoever looks at no source finds no fault
 */
record Sources(Path root, List<Path> files) {
  private static final Path MAIN = Path.of("src", "main", "java");

  static Sources below(Path directory) {
    Path root = directory.toAbsolutePath().normalize();
    try (Stream<Path> all = Files.walk(root)) {
      return new Sources(
          root, all.filter(file -> file.toString().endsWith(".java")).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Sources of(String module) {
    return below(Path.of("..").resolve(module).resolve(MAIN));
  }

  /** {@return the directories of all modules that have main sources, such as {@code a/b}} */
  static List<String> modules() {
    Path root = Path.of("..");
    try (Stream<Path> all = Files.find(root, 2, (path, is) -> is.isDirectory())) {
      return all.filter(directory -> Files.isDirectory(directory.resolve(MAIN)))
          .map(directory -> root.relativize(directory).toString().replace('\\', '/'))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Sources {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no Java files below " + root);
    }
  }

  /** {@return the file's place below the root, the same on every system} */
  String nameOf(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
