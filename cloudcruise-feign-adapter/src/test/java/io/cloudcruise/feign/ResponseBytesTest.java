package io.cloudcruise.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudcruise.core.port.DeadlineExceededException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Flow.Subscription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseBytesTest {
  private static final int MOST = 1 << 20;

  private final Call call = new Call(TestRun.ID, Duration.ofMinutes(1));
  private final Watched subscription = new Watched();

  private static ResponseBytes to(int status) {
    return new ResponseBytes(new Info(status), MOST, MOST);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 700, 1_000, 1_024, 5_000})
  void whatComesInPiecesIsPutTogether(int size) throws Exception {
    byte[] all = new byte[200 * size];
    new Random(size).nextBytes(all);
    ResponseBytes response = to(200);
    response.onSubscribe(subscription);

    for (int at = 0; at < all.length; at += size) {
      response.onNext(List.of(ByteBuffer.wrap(Arrays.copyOfRange(all, at, at + size))));
    }
    response.onComplete();

    assertThat(response.await(call)).isEqualTo(all);
    assertThat(subscription.cancelled).isFalse();
  }

  @Test
  void whatIsTooMuchIsNotTakenOnAnyLonger() {
    ResponseBytes response = to(200);
    response.onSubscribe(subscription);

    response.onNext(List.of(ByteBuffer.allocate(MOST), ByteBuffer.allocate(1)));

    assertThat(subscription.cancelled).isTrue();
    assertThatThrownBy(() -> response.await(call))
        .isInstanceOf(ResponseBytes.LimitExceededException.class);
  }

  @Test
  void whatBeginsTooLateIsNotTakenOn() {
    ResponseBytes response = to(200);
    Call over = new Call(TestRun.ID, Duration.ofNanos(1));
    assertThatThrownBy(() -> response.await(over)).isInstanceOf(DeadlineExceededException.class);

    response.onSubscribe(subscription);

    assertThat(subscription.cancelled).isTrue();
  }

  @Test
  void whatBeginsOnceNobodyWaitsIsNotTakenOn() {
    ResponseHandler handler = new ResponseHandler(MOST, MOST);
    handler.giveUp();

    handler.apply(new Info(200)).onSubscribe(subscription);

    assertThat(subscription.cancelled).isTrue();
  }

  @Test
  void whatHasBegunIsEndedWhenNobodyWaits() {
    ResponseHandler handler = new ResponseHandler(MOST, MOST);
    handler.apply(new Info(200)).onSubscribe(subscription);

    handler.giveUp();

    assertThat(subscription.cancelled).isTrue();
  }

  @Test
  @Timeout(20)
  void aHintIsWaitedForOnlyForAMoment() throws Exception {
    ResponseBytes hint = to(500);
    hint.onSubscribe(subscription);

    assertThat(hint.await(call)).isEmpty();
    assertThat(subscription.cancelled).isTrue();
  }

  /** What whoever reads the body can do to whoever sends it. */
  private static final class Watched implements Subscription {
    private boolean cancelled;

    @Override
    public void request(long buffers) {}

    @Override
    public void cancel() {
      cancelled = true;
    }
  }

  private record Info(int statusCode) implements ResponseInfo {
    @Override
    public HttpHeaders headers() {
      return HttpHeaders.of(Map.of(), (name, value) -> true);
    }

    @Override
    public HttpClient.Version version() {
      return HttpClient.Version.HTTP_1_1;
    }
  }
}
