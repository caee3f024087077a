package io.cloudcruise.jackson;

import io.cloudcruise.core.model.OutputMismatchException;
import io.cloudcruise.core.model.RunResults;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks results all that they answer without being told more, and then the responses. */
final class Questions {
  private static final String MODEL = RunResults.class.getPackageName();

  private final Set<Object> asked = new HashSet<>();

  void ask(@Nullable Object subject) {
    if (subject instanceof Optional<?> optional) {
      optional.ifPresent(this::ask);
    } else if (subject instanceof Collection<?> several) {
      several.forEach(this::ask);
    } else if (subject instanceof Map<?, ?> map) {
      map.keySet().forEach(this::ask);
      map.values().forEach(this::ask);
    } else if (subject != null && asked.add(subject)) {
      askAll(subject);
    }
  }

  private void askAll(Object subject) {
    ask(subject.toString());
    if (subject.getClass().getPackageName().equals(MODEL)) {
      questions(subject.getClass()).forEach(question -> ask(response(question, subject)));
    }
  }

  private static Stream<Method> questions(Class<?> type) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.getDeclaringClass().getPackageName().equals(MODEL))
        .filter(method -> method.getParameterCount() == 0)
        .filter(method -> !Modifier.isStatic(method.getModifiers()));
  }

  /** That the caller's own JSON makes no sense is a response, too. */
  private static @Nullable Object response(Method question, Object subject) {
    try {
      return question.invoke(subject);
    } catch (InvocationTargetException thrown) {
      if (thrown.getCause() instanceof OutputMismatchException mismatch) {
        return mismatch.toString();
      }
      throw new AssertionError(question + " failed", thrown.getCause());
    } catch (IllegalAccessException hidden) {
      throw new LinkageError(hidden.getMessage(), hidden);
    }
  }
}
