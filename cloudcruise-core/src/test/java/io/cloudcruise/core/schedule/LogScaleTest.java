package io.cloudcruise.core.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LogScaleTest {
  @Test
  void aDurationFallsIntoItsBucketInProportion() {
    assertThat(LogScale.position(0)).isZero();
    assertThat(LogScale.position(0.5)).isEqualTo(0.25, within(1e-9));
    assertThat(LogScale.position(2)).isEqualTo(1, within(1e-9));
  }

  @Test
  void bucketsBeginAtTheirEdges() {
    for (int bucket = 0; bucket < LogScale.BUCKETS; bucket++) {
      assertThat(LogScale.position(LogScale.edge(bucket))).isEqualTo(bucket, within(1e-9));
    }
  }

  @Test
  void theLastBucketTakesWhateverIsLonger() {
    assertThat(LogScale.position(6 * 3_600)).isEqualTo(LogScale.BUCKETS, within(1e-9));
    assertThat(LogScale.position(Double.MAX_VALUE)).isEqualTo(LogScale.BUCKETS);
  }
}
