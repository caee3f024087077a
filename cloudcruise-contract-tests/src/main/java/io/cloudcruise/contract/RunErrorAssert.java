package io.cloudcruise.contract;

import io.cloudcruise.core.model.Advice;
import io.cloudcruise.core.model.Classification;
import io.cloudcruise.core.model.ErrorCategory;
import io.cloudcruise.core.model.ErrorSubType;
import io.cloudcruise.core.model.RunError;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about an error of a run. Each fails with what was found. Not thread-safe. */
public final class RunErrorAssert extends AbstractAssert<RunErrorAssert, RunError> {
  RunErrorAssert(@Nullable RunError actual) {
    super(actual, RunErrorAssert.class);
  }

  private RunError error() {
    isNotNull();
    return Objects.requireNonNull(actual);
  }

  private void require(boolean condition, String expectation) {
    if (!condition) {
      failWithMessage("Expected %s%n  to %s", error(), expectation);
    }
  }

  private Optional<ErrorCategory> category() {
    return error().classification().flatMap(Classification::category);
  }

  /**
   * Requires a category.
   *
   * @param kind what it must mean
   * @return this
   */
  public RunErrorAssert hasCategory(ErrorCategory.Kind kind) {
    require(
        category().map(ErrorCategory::kind).filter(kind::equals).isPresent(),
        "have a category that means " + kind);
    return this;
  }

  /**
   * Requires a category word for word.
   *
   * @param rawValue how it must be spelled
   * @return this
   */
  public RunErrorAssert hasCategory(String rawValue) {
    require(
        category().map(ErrorCategory::rawValue).filter(rawValue::equals).isPresent(),
        "have the category " + rawValue);
    return this;
  }

  /** {@return this, if nobody gave the error a category} */
  public RunErrorAssert hasNoCategory() {
    require(category().isEmpty(), "have no category");
    return this;
  }

  /**
   * Requires a sub-type.
   *
   * @param kind what it must mean
   * @return this
   */
  public RunErrorAssert hasSubType(ErrorSubType.Kind kind) {
    require(
        error()
            .classification()
            .flatMap(Classification::subType)
            .map(ErrorSubType::kind)
            .filter(kind::equals)
            .isPresent(),
        "have a sub-type that means " + kind);
    return this;
  }

  /** {@return this, if the run went on after the error} */
  public RunErrorAssert isRecovered() {
    require(error().recovered(), "be recovered");
    return this;
  }

  /** {@return this, if the error is not listed as recovered} */
  public RunErrorAssert isNotRecovered() {
    require(!error().recovered(), "not be recovered");
    return this;
  }

  /**
   * Requires what to do about the error.
   *
   * @param advice what must be advised
   * @return this
   */
  public RunErrorAssert hasAdvice(Advice advice) {
    Advice found = error().advice();
    require(found == advice, "have the advice " + advice + ", not " + found);
    return this;
  }

  /**
   * Requires the workspace's own code.
   *
   * @param code how it must be spelled
   * @return this
   */
  public RunErrorAssert hasCode(String code) {
    Optional<String> found = error().code();
    require(
        found.filter(code::equals).isPresent(),
        "have the code " + code + ", not " + found.orElse("none"));
    return this;
  }
}
