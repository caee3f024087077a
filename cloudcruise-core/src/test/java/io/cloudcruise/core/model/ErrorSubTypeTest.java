package io.cloudcruise.core.model;

import static io.cloudcruise.core.model.ErrorSubType.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorSubTypeTest {
  private static final List<String> NEWEST_EDITION =
      List.of(
          "INVALID_CREDENTIALS",
          "MFA_CODE_REJECTED",
          "TFA_SETUP_REQUIRED",
          "ACCOUNT_LOCKED",
          "SILENT_LOGIN_FAILURE",
          "ACCESS_DENIED",
          "NO_MATCHING_OPTION",
          "EMPTY_SELECTOR_VALUE",
          "FIELD_VALIDATION_ERROR",
          "UNRESOLVED_TEMPLATE",
          "PAGINATION_MISSING",
          "MULTIPLE_MATCHING_RESULTS_FOUND",
          "DISMISSIBLE",
          "DECISION_REQUIRED",
          "SELECTOR_NO_MATCH",
          "AMBIGUOUS_MATCHES",
          "SELECTOR_MISMATCH",
          "TABLE_SELECTOR_MISMATCH",
          "PREREQUISITE_NOT_MET",
          "TIMING_RACE",
          "TRANSIENT_SITE_ISSUE",
          "SILENT_UPSTREAM_FAILURE",
          "APPLICATION_ERROR",
          "ELEMENT_TIMEOUT",
          "HTTP_ERROR",
          "MAINTENANCE_DOWNTIME");

  private static final List<String> OLDER_EDITIONS = List.of("DISMISSIBLE", "NON_DISMISSIBLE");

  static Stream<String> documented() {
    return Stream.of(NEWEST_EDITION, OLDER_EDITIONS).flatMap(List::stream).distinct();
  }

  @ParameterizedTest
  @MethodSource("documented")
  void knowsEveryWordThatWasEverDocumented(String word) {
    assertThat(new ErrorSubType(word).kind().name()).isEqualTo(word);
  }

  @ParameterizedTest
  @MethodSource("documented")
  void knowsEveryWordInWhateverCase(String word) {
    var lower = new ErrorSubType(word.toLowerCase(Locale.ROOT));
    var mixed = new ErrorSubType(word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));

    assertThat(lower.kind().name()).isEqualTo(word);
    assertThat(mixed.kind().name()).isEqualTo(word);
  }

  @Test
  void knowsNoWordThatWasNeverDocumented() {
    var known = Arrays.stream(ErrorSubType.Kind.values()).filter(word -> word != UNKNOWN);

    assertThat(known.map(Enum::name)).containsExactlyInAnyOrderElementsOf(documented().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "unknown", "HTTP-ERROR", "HTTP ERROR", " HTTP_ERROR", "HTTP_ERROR\n"})
  void keepsAnUnknownWordAsItIs(String word) {
    var subType = new ErrorSubType(word);

    assertThat(subType.kind()).isEqualTo(UNKNOWN);
    assertThat(subType.rawValue()).isEqualTo(word);
  }

  @Test
  void printsItsRawValue() {
    assertThat(new ErrorSubType("http_error")).hasToString("http_error");
  }

  @Test
  void tellsRawValuesOfOneMeaningApart() {
    var upper = new ErrorSubType("HTTP_ERROR");
    var lower = new ErrorSubType("http_error");

    assertThat(upper).isNotEqualTo(lower);
    assertThat(upper.kind()).isEqualTo(lower.kind());
  }
}
