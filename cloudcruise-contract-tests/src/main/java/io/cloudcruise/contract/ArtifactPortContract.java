package io.cloudcruise.contract;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.core.port.ArtifactHead;
import io.cloudcruise.core.port.ArtifactPort;
import io.cloudcruise.core.port.ArtifactReceiver;
import io.cloudcruise.core.port.ArtifactRequest;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

// Longer than other files: a flat list of promises, to be read from top to bottom.
/**
 * What {@link ArtifactPort} promises, tried on an adapter over HTTP. It brings storage with it, so
 * to extend it is to say how the adapter is built.
 */
public abstract class ArtifactPortContract {
  private static final String CANARY = "canary-that-no-text-may-show";
  private static final String CONTENT = "0123456789";
  private static final String VERSION = "\"one\"";
  private static final Duration DEADLINE = Duration.ofSeconds(2);
  private static final Duration PROMPT = Duration.ofSeconds(5);
  private static final long MOST = 1_000;

  private static final List<String> UNSAFE =
      List.of(
          "http://192.0.2.1/a.png",
          "https://169.254.169.254/latest",
          "https://10.0.0.1/a.png",
          "file:///etc/passwd",
          "javascript:alert(1)",
          "https://user:" + CANARY + "@192.0.2.1/a.png");

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final Received received = new Received();

  /** For those who extend it. */
  protected ArtifactPortContract() {}

  /**
   * Builds the adapter under test. If it can be closed, it is closed after the test.
   *
   * @param baseUrl the platform, which is on loopback, so that storage may be there too
   * @return the adapter
   */
  protected abstract ArtifactPort connect(URI baseUrl);

  /** Closes what the test has opened, last things first. */
  @AfterEach
  final void closeWhatWasOpened() throws Exception {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }

  /** What has come. */
  private static final class Received implements ArtifactReceiver {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Optional<ArtifactHead> head = Optional.empty();
    private Optional<Thread> thread = Optional.empty();

    @Override
    public void begin(ArtifactHead begun) {
      assertThat(head).as("what was begun before").isEmpty();
      head = Optional.of(begun);
      thread = Optional.of(Thread.currentThread());
    }

    @Override
    public void receive(ByteBuffer piece) {
      assertThat(head).as("what is said before any bytes").isPresent();
      assertThat(Thread.currentThread()).as("the calling thread").isSameAs(thread.orElseThrow());
      byte[] copy = new byte[piece.remaining()];
      piece.get(copy);
      bytes.writeBytes(copy);
    }

    String text() {
      return bytes.toString(ISO_8859_1);
    }
  }

  private RawServer storage(Function<String, String> responses, RawServer.Ending ending) {
    RawServer server = new RawServer(head -> responses.apply(head).getBytes(ISO_8859_1), ending);
    opened.push(server);
    return server;
  }

  private RawServer responding(int status, String headers, String body) {
    return storage(unused -> http(status, headers, body), RawServer.Ending.CLOSE);
  }

  private static String http(int status, String headers, String body) {
    return "HTTP/1.1 %d Whatever\r\nConnection: close\r\n%s\r\n%s".formatted(status, headers, body);
  }

  private static String length(int length) {
    return "Content-Length: " + length + "\r\n";
  }

  private static SignedUrl url(RawServer storage) {
    return new SignedUrl(storage.baseUrl() + "/a.png?token=" + CANARY, Optional.empty());
  }

  private ArtifactPort port(RawServer storage) {
    ArtifactPort port = connect(storage.baseUrl());
    if (port instanceof AutoCloseable closeable) {
      opened.push(closeable);
    }
    return port;
  }

  private OwnThread fetching(RawServer storage) {
    return fetching(storage, ArtifactRequest.whole(url(storage), MOST, DEADLINE));
  }

  private OwnThread fetching(RawServer storage, ArtifactRequest request) {
    ArtifactPort port = port(storage);
    return OwnThread.calling(
        () -> {
          port.fetch(request, received);
          return "all of it";
        });
  }

  private static ArtifactRequest rest(RawServer storage, int from) {
    return ArtifactRequest.builder(url(storage))
        .from(from)
        .version(VERSION)
        .maxBytes(MOST)
        .deadline(DEADLINE)
        .build();
  }

  private static void assertFails(OwnThread fetch, Reason reason) {
    Throwable thrown = fetch.thrown();
    assertThat(thrown).as("what is thrown").isInstanceOf(ArtifactException.class);
    assertThat(((ArtifactException) thrown).reason()).as("the reason").isEqualTo(reason);
    assertThat(fetch.took()).as("how long it took").isLessThan(PROMPT);
    assertThat(fetch.stackTrace()).as("what a log would show").doesNotContain(CANARY);
  }

  @Test
  @DisplayName("hands over what storage says, then exactly its bytes, on the calling thread")
  void whole() {
    String headers = length(10) + "Content-Type: image/png\r\nETag: " + VERSION + "\r\n";
    RawServer storage = responding(200, headers, CONTENT);

    fetching(storage).outcome();

    assertThat(received.text()).as("the bytes").isEqualTo(CONTENT);
    ArtifactHead head = received.head.orElseThrow();
    assertThat(head.from()).as("where they begin").isZero();
    assertThat(head.size()).as("how many there are").isEqualTo(OptionalLong.of(10));
    assertThat(head.version()).as("the version").contains(VERSION);
    assertThat(head.mediaType()).as("the type").contains("image/png");
  }

  @Test
  @DisplayName("asks for the rest, and says that it is the rest")
  void rest() {
    String headers = length(6) + "Content-Range: bytes 4-9/10\r\nETag: " + VERSION + "\r\n";
    RawServer storage = responding(206, headers, CONTENT.substring(4));

    fetching(storage, rest(storage, 4)).outcome();

    assertThat(storage.requestHeads().get(0).toLowerCase(Locale.ROOT))
        .as("the request")
        .contains("range: bytes=4-")
        .contains("if-range: " + VERSION);
    assertThat(received.head.orElseThrow().from()).as("where the bytes begin").isEqualTo(4);
    assertThat(received.text()).as("the bytes").isEqualTo(CONTENT.substring(4));
  }

  @Test
  @DisplayName("says that all comes anew where storage does not send the rest")
  void anew() {
    RawServer storage = responding(200, length(10), CONTENT);

    fetching(storage, rest(storage, 4)).outcome();

    assertThat(received.head.orElseThrow().from()).as("where the bytes begin").isZero();
    assertThat(received.text()).as("the bytes").isEqualTo(CONTENT);
  }

  @Test
  @DisplayName("takes no other part than was asked for")
  void anotherPart() {
    RawServer storage =
        responding(206, length(5) + "Content-Range: bytes 5-9/10\r\n", CONTENT.substring(5));

    assertFails(fetching(storage, rest(storage, 4)), Reason.UNEXPECTED);
  }

  @Test
  @DisplayName("sends nothing that authorises but the URL, whatever storage sets")
  void noCredentials() {
    RawServer storage = responding(200, length(10) + "Set-Cookie: id=1; Path=/\r\n", CONTENT);
    ArtifactPort port = port(storage);
    ArtifactRequest request = ArtifactRequest.whole(url(storage), MOST, DEADLINE);

    for (int i = 0; i < 2; i++) {
      port.fetch(request, new Received());
    }

    assertThat(storage.requestHeads()).hasSize(2);
    assertThat(String.join("\n", storage.requestHeads()).toLowerCase(Locale.ROOT))
        .as("the requests")
        .doesNotContain("\ncc-")
        .doesNotContain("\ncookie:")
        .doesNotContain("\nauthorization:")
        .doesNotContain("\nreferer:");
  }

  @Test
  @DisplayName("an error response is REFUSED, and quotes nothing")
  void refused() {
    for (int status : List.of(401, 403, 404)) {
      assertFails(fetching(responding(status, length(CANARY.length()), CANARY)), Reason.REFUSED);
    }
  }

  @Test
  @DisplayName("storage that cannot do its work is UNREACHABLE")
  void unavailable() {
    for (int status : List.of(429, 500, 503)) {
      assertFails(fetching(responding(status, length(0), "")), Reason.UNREACHABLE);
    }
  }

  @Test
  @DisplayName("what is neither the artifact nor an error response is UNEXPECTED")
  void unexpected() {
    assertFails(fetching(responding(204, "", "")), Reason.UNEXPECTED);
    assertFails(fetching(responding(302, length(0), "")), Reason.UNEXPECTED);
  }

  @Test
  @DisplayName("does not follow a redirect away from https that it does not have")
  void redirect() {
    RawServer other = responding(200, length(10), CONTENT);
    RawServer storage =
        responding(302, length(0) + "Location: " + other.baseUrl() + "/b.png\r\n", "");

    assertFails(fetching(storage), Reason.UNSAFE);
    assertThat(other.requests()).as("requests to the host redirected to").isZero();
  }

  @Test
  @DisplayName("asks nobody where a URL leads elsewhere than to public hosts over https")
  void unsafe() {
    RawServer storage = responding(200, length(10), CONTENT);
    for (String url : UNSAFE) {
      SignedUrl hostile = new SignedUrl(url, Optional.empty());
      assertFails(fetching(storage, ArtifactRequest.whole(hostile, MOST, DEADLINE)), Reason.UNSAFE);
    }
    assertThat(storage.requests()).as("requests").isZero();
  }

  @Test
  @DisplayName("hands over no byte of what is stated to be too large")
  void tooLarge() {
    assertFails(fetching(responding(200, length(1_001), "x".repeat(1_001))), Reason.TOO_LARGE);
    assertThat(received.text()).as("the bytes").isEmpty();
  }

  @Test
  @DisplayName("takes no more than is allowed of what states no size")
  void tooLargeUnstated() {
    assertFails(fetching(responding(200, "", "x".repeat(5_000))), Reason.TOO_LARGE);
    assertThat(received.text().length()).as("how many bytes").isLessThanOrEqualTo(1_000);
  }

  @Test
  @DisplayName("a connection that breaks is BROKEN, and what has come is a beginning")
  void cutShort() {
    assertFails(fetching(responding(200, length(10), "0123")), Reason.BROKEN);
    assertThat(CONTENT).startsWith(received.text());
  }

  @Test
  @DisplayName("ends at its deadline, whether storage says nothing, stops, drips or floods")
  void deadline() {
    for (RawServer.Ending ending :
        new RawServer.Ending[] {RawServer.Ending.SILENCE, RawServer.Ending.DRIPS}) {
      RawServer storage = storage(unused -> http(200, length(900), "x"), ending);

      assertFails(fetchingAnew(storage), Reason.TIME_IS_UP);
    }
    assertFails(fetchingAnew(storage(unused -> "", RawServer.Ending.SILENCE)), Reason.TIME_IS_UP);
  }

  private OwnThread fetchingAnew(RawServer storage) {
    ArtifactPort port = port(storage);
    return OwnThread.calling(
        () -> {
          port.fetch(ArtifactRequest.whole(url(storage), MOST, DEADLINE), new Received());
          return "all of it";
        });
  }

  @Test
  @DisplayName("an interrupted call ends promptly, with the flag set")
  void interrupted() {
    RawServer storage = storage(unused -> http(200, length(900), "x"), RawServer.Ending.SILENCE);
    OwnThread fetch = fetching(storage);

    fetch.interruptWhen(() -> storage.requests() == 1);

    assertFails(fetch, Reason.INTERRUPTED);
    assertThat(fetch.took()).as("how long it took").isLessThan(Duration.ofSeconds(1));
    assertThat(fetch.interruptFlag()).as("the interrupt flag").isTrue();
  }

  @Test
  @DisplayName("what the receiver throws, the call throws")
  void receiverFails() {
    RawServer storage = responding(200, length(10), CONTENT);
    IllegalStateException mistake = new IllegalStateException("the disk is full");
    ArtifactPort port = port(storage);

    OwnThread fetch =
        OwnThread.calling(
            () -> {
              port.fetch(ArtifactRequest.whole(url(storage), MOST, DEADLINE), throwing(mistake));
              return "all of it";
            });

    assertThat(fetch.thrown()).as("what is thrown").isSameAs(mistake);
  }

  private static ArtifactReceiver throwing(RuntimeException mistake) {
    return new ArtifactReceiver() {
      @Override
      public void begin(ArtifactHead head) {}

      @Override
      public void receive(ByteBuffer bytes) {
        throw mistake;
      }
    };
  }
}
