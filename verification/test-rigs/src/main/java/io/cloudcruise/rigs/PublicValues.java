package io.cloudcruise.rigs;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The public classes of a module that say what it is to be equal, as every record does. */
public final class PublicValues {
  private PublicValues() {}

  /** {@return all those compiled to the same place as one of them} */
  public static List<Class<?>> besides(Class<?> one) {
    Path root = root(one);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString())
          .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
          .<Class<?>>map(PublicValues::load)
          .filter(type -> isPublic(type) && declaresEquals(type))
          .toList();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static Path root(Class<?> one) {
    try {
      return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static Class<?> load(String file) {
    String name = file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", ".");
    try {
      return Class.forName(name, false, PublicValues.class.getClassLoader());
    } catch (ClassNotFoundException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static boolean isPublic(@Nullable Class<?> type) {
    return type == null
        || (Modifier.isPublic(type.getModifiers()) && isPublic(type.getEnclosingClass()));
  }

  private static boolean declaresEquals(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(method -> method.getName().equals("equals"));
  }
}
