package io.cloudcruise.core.model;

import static io.cloudcruise.core.model.ErrorCategory.Kind.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorCategoryTest {
  private static final List<String> NEWEST_EDITION =
      List.of(
          "AUTHENTICATION_ERROR",
          "INCORRECT_FORM_INPUTS",
          "PASSWORD_UPDATE_REQUIRED",
          "PAGE_NOT_FOUND",
          "UNEXPECTED_UI_STATE",
          "XPATH_INCORRECT",
          "UPSTREAM_ERROR",
          "SERVICE_UNAVAILABLE");

  private static final List<String> OLDER_EDITIONS =
      List.of(
          "PAGE_NOT_FOUND",
          "AUTHENTICATION_ERROR",
          "INCORRECT_FORM_INPUTS",
          "PASSWORD_UPDATE_REQUIRED",
          "ACCOUNT_UPDATE_REQUIRED",
          "ADDITIONAL_USER_INPUT_REQUIRED",
          "MULTIPLE_MATCHING_RESULTS_FOUND",
          "ACTION_BLOCKED_BY_PLATFORM",
          "ACTION_PERFORMED_TOO_EARLY",
          "UNEXPECTED_POPUP",
          "UNEXPECTED_UI_STATE",
          "XPATH_INCORRECT",
          "SERVICE_UNAVAILABLE",
          "PAGE_STILL_LOADING",
          "ACCOUNT_LOGGED_OUT");

  static Stream<String> documented() {
    return Stream.of(NEWEST_EDITION, OLDER_EDITIONS).flatMap(List::stream).distinct();
  }

  @ParameterizedTest
  @MethodSource("documented")
  void knowsEveryWordThatWasEverDocumented(String word) {
    assertThat(new ErrorCategory(word).kind().name()).isEqualTo(word);
  }

  @ParameterizedTest
  @MethodSource("documented")
  void knowsEveryWordInWhateverCase(String word) {
    var lower = new ErrorCategory(word.toLowerCase(Locale.ROOT));
    var mixed = new ErrorCategory(word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT));

    assertThat(lower.kind().name()).isEqualTo(word);
    assertThat(mixed.kind().name()).isEqualTo(word);
  }

  @Test
  void knowsNoWordThatWasNeverDocumented() {
    var known = Arrays.stream(ErrorCategory.Kind.values()).filter(word -> word != UNKNOWN);

    assertThat(known.map(Enum::name)).containsExactlyInAnyOrderElementsOf(documented().toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "RECOVERABLE_ERROR",
        "PAGE-NOT-FOUND",
        "PAGE NOT FOUND",
        " PAGE_NOT_FOUND",
        "PAGE_NOT_FOUND\n",
        "PAGE_NOT_FOUND_2",
        "User Error"
      })
  void keepsAnUnknownWordAsItIs(String word) {
    var category = new ErrorCategory(word);

    assertThat(category.kind()).isEqualTo(UNKNOWN);
    assertThat(category.rawValue()).isEqualTo(word);
  }

  @Test
  void printsItsRawValue() {
    assertThat(new ErrorCategory("page_not_found")).hasToString("page_not_found");
  }

  @Test
  void tellsRawValuesOfOneMeaningApart() {
    var upper = new ErrorCategory("PAGE_NOT_FOUND");
    var lower = new ErrorCategory("page_not_found");

    assertThat(upper).isNotEqualTo(lower);
    assertThat(upper.kind()).isEqualTo(lower.kind());
  }
}
