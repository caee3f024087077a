package io.cloudcruise.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.OutputMismatchException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each reason why output does not fit a type is told apart, and none quotes a value. */
class OutputMismatchesTest {
  record Visit(LocalDate day, Instant seen) {}

  record Rota(DayOfWeek day, int hours, List<String> names) {}

  record Positive(int value) {
    Positive {
      if (value <= 0) {
        throw new IllegalArgumentException("canary " + value);
      }
    }
  }

  interface Unmakeable {}

  record Holder(Unmakeable thing) {}

  private static JsonText text(String json) {
    return new JsonText(json, RunResultsJson.outputReader());
  }

  private static OutputMismatchException mismatch(String json, Class<?> type) {
    return catchThrowableOfType(OutputMismatchException.class, () -> text(json).as(type));
  }

  @Test
  void datesAndTimesAreReadWithoutAnyModuleOfTheCallers() {
    assertThat(text("{\"day\":\"2026-03-01\",\"seen\":\"2026-03-01T10:00:00Z\"}").as(Visit.class))
        .isEqualTo(new Visit(LocalDate.of(2026, 3, 1), Instant.parse("2026-03-01T10:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'day':'canary'} | /day | java.time.DayOfWeek | a word that is none of its constants",
        "{'hours':99999999999} | /hours | int | a number that it cannot hold",
        "{'hours':null} | /hours | int | null, or nothing",
        "{'names':'canary'} | /names | java.util.List<java.lang.String> | another kind",
        "{'hours':1,'hours':2} | '' | each field once | a field twice",
      })
  void theReasonAndTheDeclaredTypeAreNamed(
      String json, String path, String expected, String found) {
    OutputMismatchException mismatch = mismatch(json.replace('\'', '"'), Rota.class);

    assertThat(mismatch.path()).isEqualTo(path);
    assertThat(mismatch.expected()).isEqualTo(expected);
    assertThat(mismatch.found()).isEqualTo(found);
    assertThat(mismatch).hasNoCause().hasMessageNotContaining("canary");
  }

  @Test
  void anExceptionOfAConstructorIsTheCauseWithoutItsMessage() {
    OutputMismatchException mismatch = mismatch("{\"value\":-77}", Positive.class);

    assertThat(mismatch.found()).isEqualTo("a value that its constructor refuses");
    Throwable cause = Objects.requireNonNull(mismatch.getCause());
    assertThat(cause).hasMessage("java.lang.IllegalArgumentException");
    assertThat(cause.getStackTrace()[0].getClassName()).isEqualTo(Positive.class.getName());
    assertThat(mismatch).hasMessageNotContaining("77");
  }

  @Test
  void aTypeThatJacksonCannotMakeIsNamed() {
    OutputMismatchException mismatch = mismatch("{\"thing\":{}}", Holder.class);

    assertThat(mismatch.path()).isEqualTo("/thing");
    assertThat(mismatch.expected()).isEqualTo(Unmakeable.class.getTypeName());
    assertThat(mismatch.found()).startsWith("a type that Jackson cannot make");
  }

  /** Stands for a class of a named module whose package is not open to Jackson. */
  @Test
  void aTypeInAPackageThatIsNotOpenSaysWhatToOpen() {
    OutputMismatchException mismatch = mismatch("{}", Runtime.class);

    assertThat(mismatch.expected()).isEqualTo("java.lang.Runtime");
    assertThat(mismatch.found())
        .isEqualTo(
            "a type that Jackson may not access: open its package to"
                + " com.fasterxml.jackson.databind");
  }
}
