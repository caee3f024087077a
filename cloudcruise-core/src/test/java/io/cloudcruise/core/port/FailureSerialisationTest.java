package io.cloudcruise.core.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureSerialisationTest {
  private static RunResultsException thereAndBack(RunResultsException failure)
      throws IOException, ClassNotFoundException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new ObjectOutputStream(bytes)) {
      out.writeObject(failure);
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (RunResultsException) in.readObject();
    }
  }

  /**
   * What each accessor answers, by its name: those of the type itself and those of all failures.
   */
  private static Map<String, Object> details(RunResultsException failure)
      throws ReflectiveOperationException {
    var details = new LinkedHashMap<String, Object>();
    for (Method accessor : accessors(failure.getClass())) {
      details.put(accessor.getName(), accessor.invoke(failure));
    }
    return details;
  }

  private static Method[] accessors(Class<?> type) {
    return Stream.of(type, RunResultsException.class)
        .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> method.getParameterCount() == 0)
        .toArray(Method[]::new);
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.core.port.Failures#all")
  void survivesWithItsDetails(RunResultsException failure) throws Exception {
    var copy = thereAndBack(failure);

    assertThat(copy).hasSameClassAs(failure);
    assertThat(details(copy))
        .containsKeys("sessionId", "httpStatus", "isRetryable")
        .isEqualTo(details(failure));
  }

  @ParameterizedTest
  @MethodSource("io.cloudcruise.core.port.Failures#all")
  void survivesWithMessageCauseAndStackTrace(RunResultsException failure) throws Exception {
    var copy = thereAndBack(failure);

    assertThat(copy).hasMessage(failure.getMessage());
    assertThat(String.valueOf(copy.getCause())).isEqualTo(String.valueOf(failure.getCause()));
    assertThat(copy.getStackTrace()).isEqualTo(failure.getStackTrace());
  }
}
