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
    return below(Path.of("..", module).resolve(MAIN));
  }

  /** {@return the names of all modules that have main sources} */
  static List<String> modules() {
    try (Stream<Path> all = Files.list(Path.of(".."))) {
      return all.filter(directory -> Files.isDirectory(directory.resolve(MAIN)))
          .map(directory -> directory.getFileName().toString())
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
