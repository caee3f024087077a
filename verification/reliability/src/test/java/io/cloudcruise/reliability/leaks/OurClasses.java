package io.cloudcruise.reliability.leaks;

import io.cloudcruise.archive.RunArchive;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.http.internal.TransportErrors;
import io.cloudcruise.jackson.RunResultsJson;
import io.cloudcruise.redis.RedisRateLimiter;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All classes of the libraries, as they are on the class path. */
final class OurClasses {
  private OurClasses() {}

  static List<Class<?>> all() {
    return Stream.of(
            RunResults.class,
            RunResultsJson.class,
            TransportErrors.class,
            FeignRunResultsAdapter.class,
            RunArchive.class,
            RedisRateLimiter.class)
        .flatMap(one -> besides(one).stream())
        .toList();
  }

  /** {@return whether a class is one of ours, lambdas included} */
  static boolean isOurs(Class<?> type) {
    return type.getName().startsWith("io.cloudcruise.")
        && !type.getName().startsWith("io.cloudcruise.reliability.")
        && !type.getName().startsWith("io.cloudcruise.rigs.");
  }

  private static List<Class<?>> besides(Class<?> one) {
    try {
      Path place = Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(place)) {
        return in(place);
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return in(jar.getPath("/"));
      }
    } catch (IOException | URISyntaxException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static List<Class<?>> in(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(name -> name.startsWith("io") && name.endsWith(".class"))
          .filter(name -> !name.endsWith("package-info.class"))
          .map(name -> name.replaceAll("\\.class$", "").replaceAll("[/\\\\]", "."))
          .<Class<?>>map(OurClasses::load)
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, OurClasses.class.getClassLoader());
    } catch (ClassNotFoundException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
