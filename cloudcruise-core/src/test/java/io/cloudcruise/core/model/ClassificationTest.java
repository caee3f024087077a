package io.cloudcruise.core.model;

import static io.cloudcruise.core.model.Advice.ASK_A_PERSON;
import static io.cloudcruise.core.model.Advice.CORRECT_INPUT;
import static io.cloudcruise.core.model.Advice.RENEW_CREDENTIAL;
import static io.cloudcruise.core.model.Advice.RETRY_LATER;
import static io.cloudcruise.core.model.Advice.WAIT_FOR_REPAIR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ClassificationTest {
  private static final Map<Advice, List<String>> BY_CATEGORY =
      Map.of(
          CORRECT_INPUT,
          List.of(
              "INCORRECT_FORM_INPUTS",
              "PAGE_NOT_FOUND",
              "ADDITIONAL_USER_INPUT_REQUIRED",
              "MULTIPLE_MATCHING_RESULTS_FOUND"),
          RENEW_CREDENTIAL,
          List.of("AUTHENTICATION_ERROR", "PASSWORD_UPDATE_REQUIRED"),
          WAIT_FOR_REPAIR,
          List.of(
              "UNEXPECTED_UI_STATE",
              "XPATH_INCORRECT",
              "ACTION_PERFORMED_TOO_EARLY",
              "UNEXPECTED_POPUP"),
          RETRY_LATER,
          List.of(
              "UPSTREAM_ERROR", "SERVICE_UNAVAILABLE", "PAGE_STILL_LOADING", "ACCOUNT_LOGGED_OUT"),
          ASK_A_PERSON,
          List.of("ACCOUNT_UPDATE_REQUIRED", "ACTION_BLOCKED_BY_PLATFORM", "UNKNOWN"));

  private static final Map<Advice, List<String>> BY_SUB_TYPE =
      Map.of(
          CORRECT_INPUT,
          List.of(
              "NO_MATCHING_OPTION",
              "EMPTY_SELECTOR_VALUE",
              "FIELD_VALIDATION_ERROR",
              "UNRESOLVED_TEMPLATE",
              "MULTIPLE_MATCHING_RESULTS_FOUND"),
          RENEW_CREDENTIAL,
          List.of("INVALID_CREDENTIALS", "MFA_CODE_REJECTED", "SILENT_LOGIN_FAILURE"),
          WAIT_FOR_REPAIR,
          List.of(
              "PAGINATION_MISSING",
              "DISMISSIBLE",
              "SELECTOR_NO_MATCH",
              "AMBIGUOUS_MATCHES",
              "SELECTOR_MISMATCH",
              "TABLE_SELECTOR_MISMATCH"),
          RETRY_LATER,
          List.of(
              "TIMING_RACE",
              "TRANSIENT_SITE_ISSUE",
              "SILENT_UPSTREAM_FAILURE",
              "APPLICATION_ERROR",
              "ELEMENT_TIMEOUT",
              "HTTP_ERROR",
              "MAINTENANCE_DOWNTIME"),
          ASK_A_PERSON,
          List.of(
              "TFA_SETUP_REQUIRED",
              "ACCOUNT_LOCKED",
              "ACCESS_DENIED",
              "DECISION_REQUIRED",
              "NON_DISMISSIBLE",
              "PREREQUISITE_NOT_MET"));

  private static Stream<Arguments> categories() {
    return rows(BY_CATEGORY);
  }

  private static Stream<Arguments> subTypes() {
    return rows(BY_SUB_TYPE);
  }

  private static Stream<Arguments> rows(Map<Advice, List<String>> table) {
    return table.entrySet().stream()
        .flatMap(row -> row.getValue().stream().map(word -> arguments(word, row.getKey())));
  }

  private static Classification classified(@Nullable String category, @Nullable String subType) {
    return Classification.builder()
        .category(category == null ? null : new ErrorCategory(category))
        .subType(subType == null ? null : new ErrorSubType(subType))
        .description("canary")
        .build();
  }

  @ParameterizedTest
  @MethodSource("categories")
  void advisesByCategoryIfThereIsNoSubType(String category, Advice advice) {
    assertThat(classified(category, null).advice()).isEqualTo(advice);
  }

  @ParameterizedTest
  @MethodSource("categories")
  void advisesByCategoryIfTheSubTypeIsUnknown(String category, Advice advice) {
    assertThat(classified(category, "SOMETHING_NEW").advice()).isEqualTo(advice);
  }

  @ParameterizedTest
  @MethodSource("subTypes")
  void advisesBySubTypeIfThereIsNoCategory(String subType, Advice advice) {
    assertThat(classified(null, subType).advice()).isEqualTo(advice);
  }

  @ParameterizedTest
  @MethodSource("subTypes")
  void advisesBySubTypeIfTheCategoryIsUnknown(String subType, Advice advice) {
    assertThat(classified("SOMETHING_NEW", subType).advice()).isEqualTo(advice);
  }

  @ParameterizedTest
  @CsvSource({
    "AUTHENTICATION_ERROR, ACCOUNT_LOCKED, ASK_A_PERSON",
    "AUTHENTICATION_ERROR, INVALID_CREDENTIALS, RENEW_CREDENTIAL",
    "INCORRECT_FORM_INPUTS, PAGINATION_MISSING, WAIT_FOR_REPAIR",
    "UNEXPECTED_UI_STATE, DECISION_REQUIRED, ASK_A_PERSON",
    "UPSTREAM_ERROR, PREREQUISITE_NOT_MET, ASK_A_PERSON",
    "xpath_incorrect, http_error, RETRY_LATER"
  })
  void advisesBySubTypeRatherThanByCategory(String category, String subType, Advice advice) {
    assertThat(classified(category, subType).advice()).isEqualTo(advice);
  }

  @ParameterizedTest
  @CsvSource({"SOMETHING_NEW, SOMETHING_NEW", "SOMETHING_NEW,", ", SOMETHING_NEW", ","})
  void advisesToAskAPersonIfNothingIsKnown(@Nullable String category, @Nullable String subType) {
    assertThat(classified(category, subType).advice()).isEqualTo(ASK_A_PERSON);
  }

  @Test
  void hasAdviceForEveryCategoryInTheTable() {
    var words = Arrays.stream(ErrorCategory.Kind.values()).map(Enum::name).toList();

    assertThat(BY_CATEGORY.values().stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(words);
  }

  @Test
  void hasAdviceForEveryKnownSubTypeInTheTable() {
    var words = Arrays.stream(ErrorSubType.Kind.values()).map(Enum::name).toList();

    assertThat(
            Stream.concat(
                BY_SUB_TYPE.values().stream().flatMap(List::stream), Stream.of("UNKNOWN")))
        .containsExactlyInAnyOrderElementsOf(words);
  }

  @ParameterizedTest
  @CsvSource({
    "page_not_found,, page_not_found",
    "XPATH_INCORRECT, SELECTOR_NO_MATCH, XPATH_INCORRECT/SELECTOR_NO_MATCH",
    ", HTTP_ERROR, unclassified/HTTP_ERROR",
    ",, unclassified"
  })
  void printsItsWordsAndNotItsDescription(
      @Nullable String category, @Nullable String subType, String printed) {
    assertThat(classified(category, subType)).hasToString(printed);
  }
}
