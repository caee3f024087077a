package io.cloudcruise.jackson;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.cloudcruise.core.model.OutputMismatchException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Tells why output does not fit a type. Jackson's own messages are dropped: they quote values. */
final class OutputMismatches {
  private OutputMismatches() {}

  static OutputMismatchException of(JsonProcessingException failure, Type type) {
    if (failure instanceof JsonMappingException mismatch) {
      return new OutputMismatchException(
          pointer(mismatch.getPath()),
          expected(mismatch, type),
          found(mismatch),
          mismatch instanceof ValueInstantiationException thrown ? cause(thrown) : null);
    }
    return saysIn(failure, "Duplicate field")
        ? new OutputMismatchException("", "each field once", "a field twice")
        : new OutputMismatchException("", "well-formed JSON", "something else");
  }

  private static String found(JsonMappingException mismatch) {
    if (mismatch instanceof ValueInstantiationException) {
      return "a value that its constructor refuses";
    }
    if (mismatch instanceof InvalidDefinitionException) {
      return saysIn(mismatch, "setAccess")
          ? "a type that Jackson may not access: open its package to com.fasterxml.jackson.databind"
          : "a type that Jackson cannot make: it needs a constructor, annotations or a module";
    }
    if (mismatch instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
      return "a word that is none of its constants";
    }
    if (mismatch.getCause() instanceof InputCoercionException) {
      return "a number that it cannot hold";
    }
    return saysIn(mismatch, "Cannot map `null` into type") ? "null, or nothing" : "another kind";
  }

  private static boolean saysIn(JsonProcessingException failure, String words) {
    return String.valueOf(failure.getOriginalMessage()).contains(words);
  }

  private static String expected(JsonMappingException mismatch, Type type) {
    return declaredType(mismatch.getPath())
        .or(() -> targetType(mismatch))
        .orElseGet(type::getTypeName);
  }

  /** The type as the caller wrote it: Jackson names the implementation that it would have made. */
  private static Optional<String> declaredType(List<Reference> path) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    Reference last = path.get(path.size() - 1);
    Object from = last.getFrom();
    if (from == null || last.getFieldName() == null) {
      return Optional.empty();
    }
    Class<?> owner = from instanceof Class<?> itself ? itself : from.getClass();
    return Stream.of(owner.getDeclaredFields())
        .filter(field -> field.getName().equals(last.getFieldName()))
        .map(field -> field.getGenericType().getTypeName())
        .findFirst();
  }

  private static Optional<String> targetType(JsonMappingException mismatch) {
    if (mismatch instanceof InvalidDefinitionException undefined && undefined.getType() != null) {
      return Optional.of(undefined.getType().getRawClass().getTypeName());
    }
    return mismatch instanceof MismatchedInputException input && input.getTargetType() != null
        ? Optional.of(input.getTargetType().getTypeName())
        : Optional.empty();
  }

  private static String pointer(List<Reference> path) {
    return path.stream().map(OutputMismatches::segment).collect(Collectors.joining());
  }

  private static String segment(Reference reference) {
    String name = reference.getFieldName();
    return "/" + (name == null ? reference.getIndex() : name.replace("~", "~0").replace("/", "~1"));
  }

  /** What the constructor threw, by class and place: its message may quote a value. */
  private static @Nullable Throwable cause(ValueInstantiationException failure) {
    Throwable thrown = failure.getCause();
    if (thrown == null) {
      return null;
    }
    ConstructorFailure copy = new ConstructorFailure(thrown.getClass().getName());
    copy.setStackTrace(thrown.getStackTrace());
    return copy;
  }

  /** Stands for what a constructor of the caller's threw. */
  private static final class ConstructorFailure extends Exception {
    private static final long serialVersionUID = 1L;

    ConstructorFailure(String className) {
      super(className);
    }
  }
}
