package io.cloudcruise.reliability.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever of ours is printed, be it private, shows none of the secrets that it holds. */
@Timeout(60)
@ExtendWith(Eavesdropping.class)
class TextTest {
  /** What prints, might hold a text, and is nowhere in these graphs, with why that is fine. */
  private static final Map<String, String> NOT_REACHED =
      Map.ofEntries(
          Map.entry(
              "io.cloudcruise.archive.Manifest$Document", "lives while a manifest is written"),
          Map.entry(
              "io.cloudcruise.archive.Manifest$Entry", "holds a file that is in these graphs"),
          Map.entry("io.cloudcruise.archive.Manifest$Line", "is what a manifest shows"),
          Map.entry(
              "io.cloudcruise.core.wait.Dispatcher$Due", "holds a wait, which does not print"),
          Map.entry("io.cloudcruise.core.wait.PollState", "holds results that are in these graphs"),
          Map.entry("io.cloudcruise.core.wait.Undecorated", "holds a port, which does not print"),
          Map.entry("io.cloudcruise.artifact.Addresses$Block", "is a constant"),
          Map.entry(
              "io.cloudcruise.http.internal.BaseUrl", "holds no user information and no query"),
          Map.entry(
              "io.cloudcruise.artifact.ByteStream$Piece", "holds buffers, which do not print"),
          Map.entry("io.cloudcruise.feign.GuardedClient", "holds a caller's client"),
          Map.entry("io.cloudcruise.jackson.AddedFields", "holds names of fields that are ours"),
          Map.entry("io.cloudcruise.feign.KnownBody", "holds an array, which does not print"),
          Map.entry(
              "io.cloudcruise.jackson.ResponseContext",
              "holds the id of a run, which may be shown"));

  @TempDir private Path directory;
  private Holders holders;

  @BeforeEach
  void make() {
    holders = new Holders(directory);
  }

  @AfterEach
  void close() {
    holders.close();
  }

  @Test
  void nothingPrintsASecret() {
    for (Object any : ObjectGraph.from(holders.all().toArray())) {
      Planted.isNotIn(any.toString(), any.getClass().getName() + ".toString()");
    }
  }

  /** So that a new type that prints is either in the graphs above, or this fails. */
  @Test
  void nothingThatPrintsIsForgotten() {
    Set<String> reached =
        ObjectGraph.from(holders.all().toArray()).stream()
            .map(any -> any.getClass().getName())
            .collect(Collectors.toCollection(HashSet::new));

    List<String> forgotten =
        OurClasses.all().stream()
            .filter(TextTest::prints)
            .map(Class::getName)
            .filter(name -> !reached.contains(name))
            .sorted()
            .toList();

    assertThat(forgotten).containsExactlyInAnyOrderElementsOf(NOT_REACHED.keySet());
  }

  /** Throwables are thrown elsewhere, and figures are no secret. */
  private static boolean prints(Class<?> type) {
    return declaresToString(type)
        && !type.isEnum()
        && !Throwable.class.isAssignableFrom(type)
        && Arrays.stream(type.getDeclaredFields()).anyMatch(TextTest::mightHoldText);
  }

  private static boolean declaresToString(Class<?> type) {
    return Arrays.stream(type.getDeclaredMethods())
        .anyMatch(method -> method.getName().equals("toString") && method.getParameterCount() == 0);
  }

  private static boolean mightHoldText(Field field) {
    Class<?> type = field.getType();
    return !Modifier.isStatic(field.getModifiers())
        && !type.isPrimitive()
        && !type.isEnum()
        && !Temporal.class.isAssignableFrom(type)
        && !TemporalAmount.class.isAssignableFrom(type);
  }
}
