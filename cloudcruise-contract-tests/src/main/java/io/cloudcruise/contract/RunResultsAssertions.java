package io.cloudcruise.contract;

import io.cloudcruise.core.model.Artifact;
import io.cloudcruise.core.model.RunError;
import io.cloudcruise.core.model.RunResults;
import org.assertj.core.annotation.CheckReturnValue;
import org.jspecify.annotations.Nullable;

/** Where assertions about run results begin; meant to be imported statically beside AssertJ's. */
@CheckReturnValue
public final class RunResultsAssertions {
  private RunResultsAssertions() {}

  /**
   * Begins assertions about a run.
   *
   * @param actual the results
   * @return assertions about them
   */
  public static RunResultsAssert assertThat(@Nullable RunResults actual) {
    return new RunResultsAssert(actual);
  }

  /**
   * Begins assertions about an error.
   *
   * @param actual the error
   * @return assertions about it
   */
  public static RunErrorAssert assertThat(@Nullable RunError actual) {
    return new RunErrorAssert(actual);
  }

  /**
   * Begins assertions about an artifact.
   *
   * @param actual a screenshot, recording or file
   * @return assertions about it
   */
  public static ArtifactAssert assertThat(@Nullable Artifact actual) {
    return new ArtifactAssert(actual);
  }
}
