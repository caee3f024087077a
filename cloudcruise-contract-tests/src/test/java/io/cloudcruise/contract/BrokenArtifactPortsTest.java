package io.cloudcruise.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.cloudcruise.artifact.HttpArtifactAdapter;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.core.port.ArtifactHead;
import io.cloudcruise.core.port.ArtifactPort;
import io.cloudcruise.core.port.ArtifactReceiver;
import io.cloudcruise.core.port.ArtifactRequest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every promise of the contract is tried on a port that breaks it, and has to notice. */
class BrokenArtifactPortsTest {
  /** The contract on a port made from a sound one. */
  private static final class On extends ArtifactPortContract {
    private final UnaryOperator<ArtifactPort> breaking;
    private final List<HttpArtifactAdapter> sound = new ArrayList<>();

    On(UnaryOperator<ArtifactPort> breaking) {
      this.breaking = breaking;
    }

    @Override
    protected ArtifactPort connect(URI baseUrl) {
      HttpArtifactAdapter adapter =
          HttpArtifactAdapter.builder().baseUrl(baseUrl.toString()).build();
      sound.add(adapter);
      return breaking.apply(adapter);
    }

    void close() throws Exception {
      closeWhatWasOpened();
      sound.forEach(HttpArtifactAdapter::close);
    }
  }

  private static Arguments broken(
      String promise,
      Consumer<ArtifactPortContract> trial,
      UnaryOperator<ArtifactPort> port,
      String message) {
    return Arguments.of(promise, trial, port, message);
  }

  static Stream<Arguments> ports() {
    return Stream.of(
        broken(
            "whole",
            ArtifactPortContract::whole,
            BrokenArtifactPortsTest::naive,
            "how many there are"),
        broken("rest", ArtifactPortContract::rest, BrokenArtifactPortsTest::naive, "the request"),
        broken(
            "anew",
            ArtifactPortContract::anew,
            BrokenArtifactPortsTest::sayingThatItIsTheRest,
            "where the bytes begin"),
        broken(
            "anotherPart",
            ArtifactPortContract::anotherPart,
            BrokenArtifactPortsTest::naive,
            "nothing was thrown"),
        broken(
            "noCredentials",
            ArtifactPortContract::noCredentials,
            BrokenArtifactPortsTest::sendingAKey,
            "the requests"),
        broken(
            "refused",
            ArtifactPortContract::refused,
            BrokenArtifactPortsTest::naive,
            "nothing was thrown"),
        broken(
            "unavailable",
            ArtifactPortContract::unavailable,
            BrokenArtifactPortsTest::wrong,
            "the reason"),
        broken(
            "unexpected",
            ArtifactPortContract::unexpected,
            BrokenArtifactPortsTest::naive,
            "nothing was thrown"),
        broken(
            "redirect",
            ArtifactPortContract::redirect,
            BrokenArtifactPortsTest::following,
            "nothing was thrown"),
        broken(
            "unsafe",
            ArtifactPortContract::unsafe,
            BrokenArtifactPortsTest::quoting,
            "what is thrown"),
        broken(
            "tooLarge",
            ArtifactPortContract::tooLarge,
            BrokenArtifactPortsTest::naive,
            "nothing was thrown"),
        broken(
            "tooLargeUnstated",
            ArtifactPortContract::tooLargeUnstated,
            BrokenArtifactPortsTest::naive,
            "nothing was"),
        broken(
            "cutShort",
            ArtifactPortContract::cutShort,
            BrokenArtifactPortsTest::quoting,
            "what is thrown"),
        broken(
            "deadline",
            ArtifactPortContract::deadline,
            BrokenArtifactPortsTest::wrong,
            "the reason"),
        broken(
            "interrupted",
            ArtifactPortContract::interrupted,
            BrokenArtifactPortsTest::forgetful,
            "interrupt flag"),
        broken(
            "receiverFails",
            ArtifactPortContract::receiverFails,
            BrokenArtifactPortsTest::wrong,
            "what is thrown"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("ports")
  void isNoticed(
      String promise,
      Consumer<ArtifactPortContract> trial,
      UnaryOperator<ArtifactPort> port,
      String message)
      throws Exception {
    On contract = new On(port);
    try {
      assertThatExceptionOfType(AssertionError.class)
          .as(promise)
          .isThrownBy(() -> trial.accept(contract))
          .withMessageContaining(message);
    } finally {
      contract.close();
    }
  }

  @Test
  void everyPromiseIsBrokenByOnePort() {
    List<Object> promises =
        Arrays.stream(ArtifactPortContract.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .<Object>map(Method::getName)
            .toList();

    assertThat(ports().map(row -> row.get()[0])).containsExactlyInAnyOrderElementsOf(promises);
  }

  /** Asks for all, and takes whatever comes for it. */
  private static ArtifactPort naive(ArtifactPort unused) {
    return (request, receiver) -> handOver(request, receiver, (builder, url) -> {}, false);
  }

  private static ArtifactPort following(ArtifactPort unused) {
    return (request, receiver) -> handOver(request, receiver, (builder, url) -> {}, true);
  }

  private static ArtifactPort sendingAKey(ArtifactPort unused) {
    return (request, receiver) ->
        handOver(request, receiver, (builder, url) -> builder.header("cc-key", "k"), false);
  }

  private static void handOver(
      ArtifactRequest request,
      ArtifactReceiver receiver,
      BiConsumer<HttpRequest.Builder, URI> more,
      boolean follows) {
    URI url = URI.create(request.url().reveal());
    HttpRequest.Builder builder = HttpRequest.newBuilder(url);
    more.accept(builder, url);
    HttpClient client =
        HttpClient.newBuilder()
            .followRedirects(follows ? HttpClient.Redirect.ALWAYS : HttpClient.Redirect.NEVER)
            .build();
    try {
      byte[] body = client.send(builder.build(), BodyHandlers.ofByteArray()).body();
      receiver.begin(ArtifactHead.builder().build());
      receiver.receive(ByteBuffer.wrap(body));
    } catch (IOException | InterruptedException failure) {
      throw new ArtifactException(Reason.BROKEN, request.url(), "", null);
    }
  }

  private static ArtifactPort sayingThatItIsTheRest(ArtifactPort sound) {
    return (request, receiver) ->
        sound.fetch(
            request,
            new ArtifactReceiver() {
              @Override
              public void begin(ArtifactHead head) {
                receiver.begin(head.toBuilder().from(request.from()).build());
              }

              @Override
              public void receive(ByteBuffer bytes) {
                receiver.receive(bytes);
              }
            });
  }

  private static ArtifactPort wrong(ArtifactPort unused) {
    return (request, receiver) -> {
      throw new ArtifactException(Reason.CLOSED, request.url(), "", null);
    };
  }

  private static ArtifactPort quoting(ArtifactPort sound) {
    return (request, receiver) -> {
      try {
        sound.fetch(request, receiver);
      } catch (ArtifactException failure) {
        throw new IllegalStateException("cannot fetch " + request.url().reveal(), failure);
      }
    };
  }

  private static ArtifactPort forgetful(ArtifactPort sound) {
    return (request, receiver) -> {
      try {
        sound.fetch(request, receiver);
      } catch (ArtifactException failure) {
        Thread.interrupted();
        throw failure;
      }
    };
  }
}
