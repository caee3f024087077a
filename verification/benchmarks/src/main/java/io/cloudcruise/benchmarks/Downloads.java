package io.cloudcruise.benchmarks;

import io.cloudcruise.artifact.HttpArtifactAdapter;
import io.cloudcruise.core.artifact.ArtifactIdentity;
import io.cloudcruise.core.artifact.RunArtifacts;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.jackson.RunResultsJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Ways to have what a URL leads to in a file, and its SHA-256; each says what that is. */
final class Downloads implements AutoCloseable {
  private static final int BUFFER = 64 << 10;

  private final String url;
  private final Path file;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpArtifactAdapter adapter;

  Downloads(String url, Path file) {
    this.url = url;
    this.file = file;
    adapter = HttpArtifactAdapter.builder().baseUrl(url).build();
  }

  String library() throws IOException {
    String json =
        """
        {"session_id": "%s", "status": "execution.success", "file_urls": [{"signed_file_url": "%s"}]}
        """
            .formatted(PayloadGenerator.SESSION_ID, url);
    RunResults results = RunResultsJson.create().read(json.getBytes(StandardCharsets.UTF_8));
    RunArtifacts artifacts =
        RunArtifacts.builder(results, sessionId -> Optional.empty(), adapter).build();
    ArtifactIdentity only = artifacts.all().keySet().iterator().next();
    try (ArtifactFile into = new ArtifactFile(file)) {
      return artifacts.fetch(only, into).sha256();
    }
  }

  /** The bare client, and what most would write. */
  String stream() throws IOException, InterruptedException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = client.send(request(), BodyHandlers.ofInputStream()).body();
        ArtifactFile into = new ArtifactFile(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
        into.receive(ByteBuffer.wrap(buffer, 0, read));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The bare client, digesting and writing on its own thread. */
  String subscriber() throws IOException, InterruptedException {
    MessageDigest digest = sha256();
    try (ArtifactFile into = new ArtifactFile(file)) {
      client.send(
          request(),
          BodyHandlers.fromSubscriber(
              new EachBuffer(
                  bytes -> {
                    digest.update(bytes.duplicate());
                    into.receive(bytes);
                  })));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Programs that do the same, at work side by side. */
  String curl() throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", "curl -s \"$0\" | tee \"$1\" | sha256sum", url, "" + file)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    shell.waitFor();
    return printed.split(" ", 2)[0];
  }

  private HttpRequest request() {
    return HttpRequest.newBuilder(URI.create(url)).build();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public void close() {
    adapter.close();
  }
}
