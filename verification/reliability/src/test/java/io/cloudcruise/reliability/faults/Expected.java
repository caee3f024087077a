package io.cloudcruise.reliability.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/**
 * What has to come of a fault.
 *
 * @param ending what is returned; or the type that is thrown, with the reason that it gives, unless
 *     that depends on who is faster
 * @param within how long it may take
 * @param requests how many requests one attempt costs; the JDK's client may repeat one by itself
 * @param again whether those who retry make another attempt
 */
record Expected(String ending, Within within, int requests, Again again) {
  static Expected atOnce(String ending, Again again) {
    return new Expected(ending, Within.AT_ONCE, 1, again);
  }

  static Expected byDeadline(String ending, Again again) {
    return new Expected(ending, Within.BY_DEADLINE, 1, again);
  }

  /** {@return the same, after another number of requests} */
  Expected after(int number) {
    return new Expected(ending, within, number, again);
  }

  void isMetBy(Observed observed) {
    assertThat(observed.ending()).matches(Pattern.quote(ending) + "(: [A-Z_]+)?");
    assertThat(observed.took()).as("time").isBetween(within.least(), within.most());
    assertThat(observed.requests()).as("requests").isEqualTo(requests);
    assertThat(observed.again()).as("asked again").isEqualTo(again);
  }
}
