package io.cloudcruise.core.model;

import static io.cloudcruise.core.model.Samples.CANARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunErrorTest {
  static Stream<Named<Function<RunError, Optional<?>>>> optionalComponents() {
    return Stream.of(
        named("id", RunError::id),
        named("message", RunError::message),
        named("timestamp", RunError::timestamp),
        named("pageUrl", RunError::pageUrl),
        named("code", RunError::code),
        named("actionType", RunError::actionType),
        named("actionName", RunError::actionName),
        named("originalError", RunError::originalError),
        named("classification", RunError::classification),
        named("nodeId", RunError::nodeId),
        named("inputRecovery", RunError::inputRecovery),
        named("passwordUpdateRecovery", RunError::passwordUpdateRecovery),
        named("prompt", RunError::prompt),
        named("model", RunError::model));
  }

  @ParameterizedTest
  @MethodSource("optionalComponents")
  void isEmptyWhereNothingWasSet(Function<RunError, Optional<?>> component) {
    assertThat(component.apply(RunError.builder().build())).isEmpty();
  }

  @Test
  void hasNoOtherFieldsWhereNoneWereSet() {
    assertThat(RunError.builder().build().otherFields()).isEmpty();
  }

  @Test
  void isNotRecoveredWhenBuilt() {
    assertThat(Samples.fullError("error-1").recovered()).isFalse();
  }

  @Test
  void holdsWhatWasSet() {
    var error = Samples.fullError("error-1");

    assertThat(error.id()).contains(new ErrorId("error-1"));
    assertThat(error.message()).contains("message canary");
    assertThat(error.timestamp()).contains(new Timestamp("timestamp canary"));
    assertThat(error.pageUrl()).contains(new PageUrl("https://site.example/canary?q=canary"));
    assertThat(error.code()).contains("code canary");
    assertThat(error.actionType()).contains("action type canary");
    assertThat(error.actionName()).contains("action name canary");
    assertThat(error.originalError()).contains("original error canary");
    assertThat(error.classification()).contains(Samples.classification());
    assertThat(error.nodeId()).contains("node canary");
    assertThat(error.inputRecovery()).contains(Samples.json("\"input recovery canary\""));
    assertThat(error.passwordUpdateRecovery())
        .contains(Samples.json("\"password recovery canary\""));
    assertThat(error.prompt()).contains("prompt canary");
    assertThat(error.model()).contains("model canary");
    assertThat(error.otherFields()).isEqualTo(Samples.inOddOrder(Samples.confidentialJson()));
  }

  @Test
  void advisesByItsClassification() {
    var locked = RunError.builder().classification(Samples.classification()).build();
    var unavailable = RunError.builder().classification(serviceUnavailable()).build();

    assertThat(locked.advice()).isEqualTo(Advice.ASK_A_PERSON);
    assertThat(unavailable.advice()).isEqualTo(Advice.RETRY_LATER);
  }

  private static Classification serviceUnavailable() {
    return Classification.builder().category(new ErrorCategory("SERVICE_UNAVAILABLE")).build();
  }

  @Test
  void advisesToAskAPersonWithoutClassification() {
    assertThat(Samples.error("error-1").advice()).isEqualTo(Advice.ASK_A_PERSON);
  }

  @Test
  void printsIdClassificationAndFateOnly() {
    assertThat(Samples.fullError("error-1"))
        .hasToString(
            "RunError[id=error-1, classification=AUTHENTICATION_ERROR/ACCOUNT_LOCKED,"
                + " recovered=false]");
  }

  @Test
  void printsNoneWhereThereIsNeitherIdNorClassification() {
    var error = RunError.builder().message(CANARY).build();

    assertThat(error).hasToString("RunError[id=none, classification=none, recovered=false]");
  }
}
