package seeded.cloudcruise.feign;

import org.junit.jupiter.api.TestInfo;

/** Breaks rules on purpose. */
public class OneTooMany {
  public String name(TestInfo test) {
    return test.getDisplayName();
  }
}
