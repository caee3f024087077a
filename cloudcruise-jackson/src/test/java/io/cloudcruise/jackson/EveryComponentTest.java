package io.cloudcruise.jackson;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.Classification;
import io.cloudcruise.core.model.ErrorCategory;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.Recording;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.Screenshot;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.model.Timestamp;
import io.cloudcruise.core.model.VaultEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each component of the model is written, and read back as it was. Components are found by
 * reflection: one that the model gets later and the codec does not know fails here.
 */
class EveryComponentTest {
  private static final RunResultsJson JSON = RunResultsJson.create();
  private static final SessionId RUN = new SessionId("run-1");

  /**
   * A setter of a builder.
   *
   * @param whole puts what the builder builds into results, which are what is written
   */
  record Component(Object builder, Method setter, Function<Object, RunResults> whole) {
    static Stream<Component> of(Object builder, Function<Object, RunResults> whole) {
      return Arrays.stream(builder.getClass().getDeclaredMethods())
          .filter(method -> method.getParameterCount() == 1)
          .filter(method -> !isPartOfResults(method.getGenericParameterTypes()[0].getTypeName()))
          .map(setter -> new Component(builder, setter, whole));
    }

    RunResults results() throws ReflectiveOperationException {
      setter.invoke(builder, value(setter.getGenericParameterTypes()[0].getTypeName()));
      return whole.apply(builder.getClass().getMethod("build").invoke(builder));
    }

    @Override
    public String toString() {
      return builder.getClass().getName().replaceAll(".*\\.|\\$Builder", "") + setter.getName();
    }
  }

  /** Which have components of their own here, or make sense with others only. */
  private static boolean isPartOfResults(String type) {
    return type.matches(
        ".*(List<.*(Screenshot|Recording|RunFile|RunError|ErrorId|String)>"
            + "|VaultEntry>|InputVariable>|RunStatus)");
  }

  static Stream<Component> components() {
    return Stream.of(
            Component.of(results(), RunResults.class::cast),
            Component.of(
                RunError.builder(), error -> results().errors(List.of((RunError) error)).build()),
            Component.of(
                Classification.builder(),
                made ->
                    results()
                        .errors(
                            List.of(
                                RunError.builder().classification((Classification) made).build()))
                        .build()),
            Component.of(
                Screenshot.builder(),
                screenshot -> results().screenshots(List.of((Screenshot) screenshot)).build()),
            Component.of(
                Recording.builder(),
                recording -> results().recordings(List.of((Recording) recording)).build()),
            Component.of(
                RunFile.builder(), file -> results().files(List.of((RunFile) file)).build()),
            Component.of(
                VaultEntry.builder(),
                entry -> results().vaultEntries(Map.of("LOGIN", (VaultEntry) entry)).build()))
        .flatMap(Function.identity());
  }

  private static RunResults.Builder results() {
    return RunResults.builder(RUN, new RunStatus("execution.start", Kind.RUNNING));
  }

  private static Object value(String type) throws ReflectiveOperationException {
    return switch (type) {
      case "java.lang.String" -> "a text";
      case "java.lang.Boolean" -> true;
      case "java.lang.Long" -> 7L;
      case "io.cloudcruise.core.model.JsonText" -> json("{\"a\": 1.0}");
      case "io.cloudcruise.core.model.SignedUrl" ->
          new SignedUrl("https://files.example.org/1", Optional.of(new Timestamp("tomorrow")));
      case "io.cloudcruise.core.model.Classification" ->
          Classification.builder().category(new ErrorCategory("ODD")).build();
      case "java.util.Map<java.lang.String, io.cloudcruise.core.model.JsonText>" ->
          Map.of("later", json("null"));
      case "java.util.Map<java.lang.String, io.cloudcruise.core.model.Secret>" ->
          Map.of("password", new Secret("a secret"));
      default -> Class.forName(type).getConstructor(String.class).newInstance("a-text");
    };
  }

  private static JsonText json(String text) {
    return new JsonText(text, RunResultsJson.outputReader());
  }

  @ParameterizedTest
  @MethodSource("components")
  void isReadBackAsItWasWritten(Component component)
      throws ReflectiveOperationException, IOException {
    RunResults results = component.results();
    ByteArrayOutputStream document = new ByteArrayOutputStream();

    JSON.writeRevealed(results, document);

    assertThat(results).isNotEqualTo(results().build());
    assertThat(JSON.read(document.toByteArray())).isEqualTo(results);
  }
}
