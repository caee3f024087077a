package seeded.cloudcruise.feign;

import org.assertj.core.api.SoftAssertions;

/** Breaks rules on purpose. */
public class OneTooMany {
  public final SoftAssertions foreign = new SoftAssertions();
}
