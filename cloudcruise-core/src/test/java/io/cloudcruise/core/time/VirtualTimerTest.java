package io.cloudcruise.core.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VirtualTimerTest {
  private final VirtualTimer timer = new VirtualTimer();
  private final List<String> heard = new ArrayList<>();

  private void after(long seconds, String word) {
    timer.after(Duration.ofSeconds(seconds), () -> heard.add(word + "@" + timer.passed()));
  }

  @Test
  void callsAreMadeInTheirOrderEachAtItsTime() {
    after(5, "later");
    after(2, "soon");
    after(2, "as soon");
    after(9, "too late");
    timer.advance(Duration.ofSeconds(6));
    assertThat(heard).containsExactly("soon@PT2S", "as soon@PT2S", "later@PT5S");
    assertThat(timer.passed()).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void aCallMayAskForAnother() {
    timer.after(Duration.ofSeconds(1), () -> after(1, "again"));
    timer.advanceToTheEnd();
    assertThat(heard).containsExactly("again@PT2S");
  }

  @Test
  void aCallThatIsRevokedIsNotMadeAndTakesNoTime() {
    Runnable revoke = timer.after(Duration.ofSeconds(3), () -> heard.add("never"));
    revoke.run();
    timer.advanceToTheEnd();
    assertThat(heard).isEmpty();
    assertThat(timer.passed()).isZero();
  }

  @Test
  void toSleepIsToLetTimePass() throws InterruptedException {
    after(1, "meanwhile");
    timer.sleep(Duration.ofSeconds(2));
    timer.sleep(Duration.ofSeconds(-2));
    assertThat(heard).containsExactly("meanwhile@PT1S");
    assertThat(timer.passed()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void anInterruptedThreadDoesNotSleep() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> timer.sleep(Duration.ofSeconds(2)))
        .isInstanceOf(InterruptedException.class);
    assertThat(timer.passed()).isZero();
  }

  @Test
  void callsAtOneMomentAreMadeInTheOrderInWhichTheyWereAskedFor() {
    List<Integer> order = IntStream.range(0, 20).boxed().toList();
    List<Integer> made = new ArrayList<>();
    order.forEach(number -> timer.after(Duration.ofSeconds(1), () -> made.add(number)));

    timer.advanceToTheEnd();

    assertThat(made).isEqualTo(order);
  }

  @Test
  void aCallThatFallsDueAtTheEndIsMade() {
    after(6, "in time");

    timer.advance(Duration.ofSeconds(6));

    assertThat(heard).containsExactly("in time@PT6S");
  }

  @Test
  void noThreadKeepsOthersWaiting() {
    // Each on a thread of its own.
    timer.nanos();
    assertTimeoutPreemptively(Duration.ofSeconds(30), timer::nanos);
    after(1, "soon");
    assertTimeoutPreemptively(Duration.ofSeconds(30), timer::nanos);
    timer.advanceToTheEnd();
    assertTimeoutPreemptively(Duration.ofSeconds(30), timer::nanos);
    timer.advance(Duration.ofSeconds(1));
    assertThat(assertTimeoutPreemptively(Duration.ofSeconds(30), timer::passed))
        .isEqualTo(Duration.ofSeconds(2));
  }
}
