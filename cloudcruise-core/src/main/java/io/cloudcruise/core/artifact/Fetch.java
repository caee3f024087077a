package io.cloudcruise.core.artifact;

import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.core.port.ArtifactReceiver;
import io.cloudcruise.core.port.ArtifactRequest;
import java.time.Duration;

/** One artifact on its way: as many attempts as it takes, and at most one renewal of its URL. */
final class Fetch {
  private final RunArtifacts.Builder options;
  private final FreshUrls urls;
  private final ArtifactIdentity which;
  private final Intake intake;
  private final long start;
  private boolean renewed;
  private int attemptsInVain;
  private FreshUrls.Answer response;
  private SignedUrl url;

  Fetch(
      RunArtifacts.Builder options,
      FreshUrls urls,
      ArtifactIdentity which,
      ArtifactReceiver receiver) {
    this.options = options;
    this.urls = urls;
    this.which = which;
    this.intake = new Intake(receiver);
    this.start = options.timer.nanos();
    this.response = urls.newest();
    this.url = response.url(which);
  }

  FetchedArtifact run() {
    if (response.isExpired(which, options.clock)) {
      renew();
    }
    while (!attempt()) {}
    return intake.result(url);
  }

  /** {@return whether all is there} */
  private boolean attempt() {
    long before = intake.received();
    try {
      options.artifacts.fetch(request(), intake);
      if (!intake.isWhole()) {
        throw new ArtifactException(Reason.BROKEN, url, "it ended early", null);
      }
      return true;
    } catch (ArtifactException failure) {
      attemptsInVain = intake.received() > before ? 0 : attemptsInVain + 1;
      recover(failure);
      return false;
    }
  }

  private ArtifactRequest request() {
    return ArtifactRequest.builder(url)
        .from(intake.kept())
        .version(intake.version().orElse(null))
        .maxBytes(options.maxBytes)
        .deadline(timeLeft())
        .build();
  }

  private Duration timeLeft() {
    Duration left = options.deadline.minusNanos(options.timer.nanos() - start);
    if (left.isNegative() || left.isZero()) {
      throw timeIsUp();
    }
    return left;
  }

  private ArtifactException timeIsUp() {
    return new ArtifactException(
        Reason.TIME_IS_UP,
        url,
        "%d bytes in %s".formatted(intake.received(), options.deadline),
        null);
  }

  private void recover(ArtifactException failure) {
    if (failure.reason() == Reason.REFUSED && !renewed) {
      renew();
    } else if (failure.isRetryable() && attemptsInVain < options.policy.maxAttempts()) {
      pause();
    } else {
      throw failure;
    }
  }

  private void renew() {
    renewed = true;
    try {
      response = urls.renew(response);
      url = response.url(which);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private void pause() {
    Duration pause = options.policy.backoff(Math.max(1, attemptsInVain), options.random);
    if (pause.compareTo(timeLeft()) >= 0) {
      throw timeIsUp();
    }
    try {
      options.timer.sleep(pause);
    } catch (InterruptedException e) {
      throw interrupted();
    }
  }

  private ArtifactException interrupted() {
    Thread.currentThread().interrupt();
    return new ArtifactException(Reason.INTERRUPTED, url, "", null);
  }
}
