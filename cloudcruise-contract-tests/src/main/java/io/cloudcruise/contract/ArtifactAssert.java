package io.cloudcruise.contract;

import io.cloudcruise.core.model.Artifact;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.Screenshot;
import io.cloudcruise.core.model.SignedUrl;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/** Assertions about an artifact of a run. Each fails with what was found. Not thread-safe. */
public final class ArtifactAssert extends AbstractAssert<ArtifactAssert, Artifact> {
  ArtifactAssert(@Nullable Artifact actual) {
    super(actual, ArtifactAssert.class);
  }

  private Artifact artifact() {
    isNotNull();
    return Objects.requireNonNull(actual);
  }

  private void require(boolean condition, String expectation, Object found) {
    if (!condition) {
      failWithMessage(
          "Expected the %s at %s%n  to %s%n  but %s",
          artifact().getClass().getSimpleName(),
          artifact().url().map(SignedUrl::toString).orElse("no URL"),
          expectation,
          found);
    }
  }

  /** {@return this, if the platform sent a URL} */
  public ArtifactAssert hasUrl() {
    require(artifact().url().isPresent(), "have a URL", "it has none");
    return this;
  }

  /**
   * Requires a URL that still works.
   *
   * @param clock says what time it is
   * @return this
   */
  public ArtifactAssert isNotExpired(Clock clock) {
    hasUrl();
    require(!hasExpired(clock), "have a URL that works", "it expired at " + expiry());
    return this;
  }

  /**
   * Requires a URL that works no longer.
   *
   * @param clock says what time it is
   * @return this
   */
  public ArtifactAssert isExpired(Clock clock) {
    hasUrl();
    require(hasExpired(clock), "have an expired URL", "it expires at " + expiry());
    return this;
  }

  private boolean hasExpired(Clock clock) {
    return artifact().url().filter(url -> url.isExpired(clock)).isPresent();
  }

  private String expiry() {
    return artifact()
        .url()
        .flatMap(SignedUrl::expiry)
        .map(Object::toString)
        .orElse("no stated time");
  }

  /** {@return this, if it is a screenshot that is stated to show an error} */
  public ArtifactAssert showsError() {
    require(
        artifact() instanceof Screenshot screenshot && screenshot.showsError(),
        "be a screenshot that shows an error",
        "it is not stated to be one");
    return this;
  }

  /**
   * Requires a file of a name.
   *
   * @param name the file's name on the platform
   * @return this
   */
  public ArtifactAssert isFileNamed(String name) {
    Optional<String> found = artifact() instanceof RunFile file ? file.name() : Optional.empty();
    require(
        found.filter(name::equals).isPresent(),
        "be a file named " + name,
        found.map(other -> "its name is " + other).orElse("it has no name"));
    return this;
  }
}
