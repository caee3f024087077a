package io.cloudcruise.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every value of the domain promises about every one of its components, be it a record or
 * built by a builder.
 */
class RecordsTest {
  private static final RunStatus RUNNING = RunStatus.of(RunStatus.Kind.RUNNING);

  /** One component of a value, which can be built anew with another one there. */
  record Place(Object sample, Method accessor) {
    static Stream<Place> of(Object sample) {
      return Arrays.stream(sample.getClass().getDeclaredMethods())
          .filter(method -> isComponent(sample.getClass(), method))
          .sorted(Comparator.comparing(Method::getName))
          .map(accessor -> new Place(sample, accessor));
    }

    private static boolean isComponent(Class<?> type, Method method) {
      return method.getParameterCount() == 0
          && (type.isRecord()
              ? Stream.of(type.getRecordComponents()).anyMatch(c -> c.getAccessor().equals(method))
              : setter(type, method.getName()).isPresent());
    }

    private static Optional<Method> setter(Class<?> type, String name) {
      return Stream.of(type.getDeclaredClasses())
          .flatMap(builder -> Stream.of(builder.getDeclaredMethods()))
          .filter(method -> method.getParameterCount() == 1 && method.getName().equals(name))
          .findFirst();
    }

    private Optional<Method> setter() {
      return setter(sample.getClass(), accessor.getName());
    }

    /** What is handed in there, which is no Optional where a builder takes it. */
    Type given() {
      return setter()
          .map(setter -> setter.getGenericParameterTypes()[0])
          .orElseGet(accessor::getGenericReturnType);
    }

    boolean mayBeAbsent() {
      return setter().isPresent()
          && (accessor.getReturnType() == Optional.class
              || accessor.getReturnType() == OptionalLong.class);
    }

    Object with(@Nullable Object value) throws ReflectiveOperationException {
      return setter().isPresent() ? built(setter().get(), value) : constructed(value);
    }

    private Object built(Method setter, @Nullable Object value)
        throws ReflectiveOperationException {
      var builder = sample.getClass().getMethod("toBuilder").invoke(sample);
      setter.invoke(builder, value);
      return builder.getClass().getMethod("build").invoke(builder);
    }

    private Object constructed(@Nullable Object value) throws ReflectiveOperationException {
      var components = sample.getClass().getRecordComponents();
      var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      var values = new ArrayList<@Nullable Object>();
      for (RecordComponent each : components) {
        values.add(
            each.getName().equals(accessor.getName()) ? value : each.getAccessor().invoke(sample));
      }
      return sample.getClass().getDeclaredConstructor(types).newInstance(values.toArray());
    }

    Object in(Object value) throws ReflectiveOperationException {
      return accessor.invoke(value);
    }

    @Override
    public String toString() {
      return sample.getClass().getSimpleName() + "." + accessor.getName();
    }
  }

  private static Stream<Object> samples() {
    return Stream.of(
        Samples.classification(),
        new ErrorCategory("XPATH_INCORRECT"),
        new ErrorId("error-1"),
        new ErrorSubType("HTTP_ERROR"),
        new InputVariable.PlainValue(Samples.json("1")),
        new InputVariable.SecretValue(new Secret("1")),
        new InputVariable.VaultReference(List.of("user-2", "user-1"), true),
        new PageUrl("https://site.example"),
        Samples.recording(),
        Samples.fullError("error-1"),
        Samples.file(),
        Samples.fullResults(RUNNING).build(),
        RUNNING,
        Samples.screenshot(),
        Samples.SESSION,
        Samples.timestamp(),
        Samples.vaultEntry(),
        new WorkflowId("workflow-1"));
  }

  /** What a builder makes, an error that was recovered included. */
  static Stream<Object> built() {
    return Stream.concat(
        samples().filter(sample -> !(sample instanceof Record)),
        Stream.of(Samples.fullError("error-1").withRecovered(true)));
  }

  static Stream<Place> references() {
    return samples()
        .flatMap(Place::of)
        .filter(place -> !place.accessor().getReturnType().isPrimitive());
  }

  static Stream<Place> required() {
    return references().filter(place -> !place.mayBeAbsent());
  }

  static Stream<Place> optional() {
    return references().filter(Place::mayBeAbsent);
  }

  static Stream<Place> lists() {
    return references().filter(place -> place.accessor().getReturnType() == List.class);
  }

  static Stream<Place> maps() {
    return references().filter(place -> place.accessor().getReturnType() == Map.class);
  }

  /** But that of a session id, which refuses such a text. */
  static Stream<Arguments> placesOfText() {
    return references()
        .filter(place -> !(place.sample() instanceof SessionId))
        .flatMap(
            place ->
                textsWithALineBreak(place.given().getTypeName()).stream()
                    .map(text -> Arguments.of(place, text)));
  }

  private static Optional<Object> textsWithALineBreak(String type) {
    String text = "line\nbreak";
    if (type.equals("java.lang.String")) {
      return Optional.of(text);
    }
    if (type.equals("java.util.Optional<java.lang.String>")) {
      return Optional.of(Optional.of(text));
    }
    boolean map = type.startsWith("java.util.Map<java.lang.String, ");
    return map ? Optional.of(Map.of(text, Samples.json("1"))) : Optional.empty();
  }

  @ParameterizedTest
  @MethodSource("placesOfText")
  void printsOneLineWhateverTheTextsAre(Place place, Object text)
      throws ReflectiveOperationException {
    assertThat(place.with(text).toString()).isNotEmpty().doesNotContain("\n");
  }

  @ParameterizedTest
  @MethodSource("required")
  void refusesNull(Place place) {
    assertThatExceptionOfType(InvocationTargetException.class)
        .isThrownBy(() -> place.with(null))
        .withCauseInstanceOf(NullPointerException.class);
  }

  @ParameterizedTest
  @MethodSource("optional")
  void takesNullForAbsent(Place place) throws ReflectiveOperationException {
    assertThat(place.in(place.sample())).isNotEqualTo(place.in(place.with(null)));
    assertThat(place.in(place.with(null))).isIn(Optional.empty(), OptionalLong.empty());
  }

  @ParameterizedTest
  @MethodSource("built")
  void isBuiltAnewAsItWas(Object sample) throws ReflectiveOperationException {
    var builder = sample.getClass().getMethod("toBuilder").invoke(sample);

    assertThat(builder.getClass().getMethod("build").invoke(builder)).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void refusesNullInAMap(Place place) {
    var holdsNull = new HashMap<String, @Nullable Object>();
    holdsNull.put("name", null);

    assertThatExceptionOfType(InvocationTargetException.class)
        .isThrownBy(() -> place.with(holdsNull))
        .withCauseInstanceOf(NullPointerException.class);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void refusesNullInAList(Place place) {
    var holdsNull = new ArrayList<@Nullable Object>();
    holdsNull.add(null);

    assertThatExceptionOfType(InvocationTargetException.class)
        .isThrownBy(() -> place.with(holdsNull))
        .withCauseInstanceOf(NullPointerException.class);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void copiesAListAndKeepsItsOrder(Place place) throws ReflectiveOperationException {
    var sent = reversed((List<?>) place.in(place.sample()));
    var given = new ArrayList<Object>(sent);

    var record = place.with(given);
    given.clear();

    assertThat(sent).isNotEmpty();
    assertThat(place.in(record)).isEqualTo(sent);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void copiesAMapAndKeepsItsOrder(Place place) throws ReflectiveOperationException {
    var sent = reversed(((Map<?, ?>) place.in(place.sample())).entrySet());
    var given = new LinkedHashMap<Object, Object>();
    sent.forEach(entry -> given.put(entry.getKey(), entry.getValue()));

    var record = place.with(given);
    given.clear();

    assertThat(sent).hasSizeGreaterThan(3);
    assertThat(List.copyOf(((Map<?, ?>) place.in(record)).entrySet())).isEqualTo(sent);
  }

  /**
   * The sample has been copied already: if copies were sorted, only another order would show it.
   */
  private static <T> List<T> reversed(Collection<? extends T> sample) {
    var reversed = new ArrayList<T>(sample);
    Collections.reverse(reversed);
    return List.copyOf(reversed);
  }

  @ParameterizedTest
  @MethodSource("lists")
  void doesNotLetAListBeChanged(Place place) throws ReflectiveOperationException {
    var record = place.with(new ArrayList<>((List<?>) place.in(place.sample())));
    var list = (List<?>) place.in(record);

    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> list.remove(0));
  }

  @ParameterizedTest
  @MethodSource("maps")
  void doesNotLetAMapBeChanged(Place place) throws ReflectiveOperationException {
    var record = place.with(new LinkedHashMap<>((Map<?, ?>) place.in(place.sample())));
    var map = (Map<?, ?>) place.in(record);

    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(map::clear);
  }

  @ParameterizedTest
  @MethodSource("maps")
  void doesNotLetAnEmptyMapBeChanged(Place place) throws ReflectiveOperationException {
    var record = place.with(new LinkedHashMap<>());
    var map = (Map<?, ?>) place.in(record);

    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> map.put(null, null));
  }
}
