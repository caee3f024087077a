package io.cloudcruise.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactHead;
import io.cloudcruise.core.port.ArtifactReceiver;
import io.cloudcruise.core.port.ArtifactRequest;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The artifact that the tests fetch, and ways to fetch it. */
final class TestArtifact {
  /** Long for a fetch, short for a test. */
  static final Duration SOON = Duration.ofSeconds(1);

  static final String TEXT = "not a real screenshot";
  static final long MOST = 1000;

  /** Long for a fetch: no test waits for it to pass. */
  static final Duration LONG = Duration.ofMinutes(1);

  private TestArtifact() {}

  /** Everything at its default but the base URL, which is that of the server. */
  static HttpArtifactAdapter.Builder adapterTo(HostileServer server) {
    return HttpArtifactAdapter.builder().baseUrl(server.baseUrl());
  }

  static SignedUrl signed(String url) {
    return new SignedUrl(url, Optional.empty());
  }

  static ArtifactRequest whole(String url) {
    return ArtifactRequest.whole(signed(url), MOST, LONG);
  }

  /** Asks for what comes after some bytes of a version. */
  static ArtifactRequest rest(String url, long from, String version) {
    return ArtifactRequest.builder(signed(url))
        .from(from)
        .version(version)
        .maxBytes(MOST)
        .deadline(LONG)
        .build();
  }

  static Received fetch(HttpArtifactAdapter adapter, ArtifactRequest request) {
    Received received = new Received();
    adapter.fetch(request, received);
    return received;
  }

  static ArtifactException failure(HttpArtifactAdapter adapter, ArtifactRequest request) {
    return failure(catchThrowable(() -> fetch(adapter, request)));
  }

  static ArtifactException failure(@Nullable Throwable thrown) {
    assertThat(thrown).isInstanceOf(ArtifactException.class);
    return (ArtifactException) thrown;
  }

  static RawResponse response() {
    return RawResponse.status(200).body(TEXT);
  }

  /** Keeps all that comes. */
  static final class Received implements ArtifactReceiver {
    private final List<ArtifactHead> heads = new ArrayList<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void begin(ArtifactHead head) {
      heads.add(head);
    }

    @Override
    public void receive(ByteBuffer next) {
      byte[] copy = new byte[next.remaining()];
      next.get(copy);
      bytes.writeBytes(copy);
    }

    ArtifactHead head() {
      assertThat(heads).hasSize(1);
      return heads.get(0);
    }

    byte[] bytes() {
      return bytes.toByteArray();
    }

    String text() {
      return bytes.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
