package io.cloudcruise.reliability.leaks;

import io.cloudcruise.artifact.HttpArtifactAdapter;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.io.IOException;
import java.time.Duration;

/** A platform and its storage, whose responses are full of canaries. */
final class PlantedPlatform implements AutoCloseable {
  private final HostileServer server;
  private volatile RawResponse run;
  private volatile RawResponse artifact = RawResponse.status(200).body("what was to be seen");

  PlantedPlatform() {
    server = HostileServer.onRequest(this::response);
    run = RawResponse.status(200).body(PlantedRun.secrets(baseUrl()));
  }

  private void response(HostileServer.Peer peer) throws IOException {
    boolean asksForRun = peer.target().startsWith("/run/");
    peer.write((asksForRun ? run : artifact).bytes());
  }

  PlantedPlatform run(RawResponse response) {
    run = response;
    return this;
  }

  PlantedPlatform artifact(RawResponse response) {
    artifact = response;
    return this;
  }

  /**
   * {@return an error response that says all it was told, in each place where a response says
   * something}
   */
  static RawResponse failure(int status) {
    return RawResponse.statusLine("HTTP/1.1 " + status + " " + Planted.API_KEY)
        .header("X-Echo-" + Planted.WORD, Planted.API_KEY)
        .header("WWW-Authenticate", "Basic realm=" + Planted.API_KEY)
        .header("Set-Cookie", "session=" + Planted.API_KEY)
        .body("{\"message\": \"K\", \"reason\": \"K\"}".replace("K", Planted.API_KEY));
  }

  /** {@return a response that is not the JSON that it begins as} */
  static RawResponse garbage() {
    return RawResponse.status(200).body("{\"session_id\": canary, <html>" + Planted.API_KEY);
  }

  String baseUrl() {
    return server.baseUrl();
  }

  HostileServer server() {
    return server;
  }

  FeignRunResultsAdapter runs() {
    return runs(baseUrl());
  }

  static FeignRunResultsAdapter runs(String baseUrl) {
    return FeignRunResultsAdapter.builder()
        .apiKey(ApiKey.of(Planted.API_KEY))
        .baseUrl(baseUrl)
        .deadline(Duration.ofSeconds(20))
        .build();
  }

  HttpArtifactAdapter artifacts() {
    return HttpArtifactAdapter.builder().baseUrl(baseUrl()).build();
  }

  @Override
  public void close() {
    server.close();
  }
}
