package io.cloudcruise.sandbox;

import static io.cloudcruise.sandbox.Caller.id;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {

  private final Sandbox sandbox = Sandbox.start();
  private final Caller caller = new Caller(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void listensOnLoopbackOnly() throws IOException {
    assertThat(sandbox.baseUrl().toString()).matches("http://127\\.0\\.0\\.1:\\d+");
    for (InetAddress address : addressesOfThisHost()) {
      assertThatExceptionOfType(ConnectException.class)
          .as(address.toString())
          .isThrownBy(() -> new Socket(address, port()).close());
    }
  }

  private static List<InetAddress> addressesOfThisHost() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
        .toList();
  }

  @Test
  void closeFreesThePortAndCanBeRepeated() {
    int port = port();

    sandbox.close();
    sandbox.close();

    try (Sandbox next = Sandbox.start(port)) {
      assertThat(next.baseUrl()).isEqualTo(sandbox.baseUrl());
      assertThat(new Caller(next).run(id("15")).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void closeEndsTheThreads() throws InterruptedException {
    caller.run(id("15"));
    List<Thread> threads = threads();
    assertThat(threads).isNotEmpty().allMatch(Thread::isDaemon);

    sandbox.close();

    for (Thread thread : threads) {
      thread.join(10_000);
      assertThat(thread.isAlive()).as(thread.getName()).isFalse();
    }
  }

  private List<Thread> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(
            thread ->
                thread.getName().startsWith("cloudcruise-sandbox-" + port())
                    || thread.getName().equals("HTTP-Dispatcher"))
        .toList();
  }

  @Test
  void aPortInUseIsRefused() {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> Sandbox.start(port()))
        .withMessageContaining("" + port());
  }

  @Test
  void anImpossiblePortIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> Sandbox.start(-1));
    assertThatIllegalArgumentException().isThrownBy(() -> Sandbox.start(65_536));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/run", "/run/", "/run/a/b", "/runs", "/vault", "/x/run/a"})
  void unknownPathsAreNotFound(String path) {
    HttpResponse<String> response =
        Caller.send(caller.request(path).header("cc-key", Sandbox.API_KEY));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(Json.parse(response.body()).get("message").text()).isEqualTo("Cannot GET " + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "HEAD"})
  void onlyGetIsAllowed(String method) {
    HttpResponse<String> response =
        Caller.send(
            caller
                .request("/run/" + Sandbox.DEFAULT_RUN)
                .header("cc-key", Sandbox.API_KEY)
                .method(method, BodyPublishers.ofString("")));

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(Caller.header(response, "Allow")).isEqualTo("GET");
  }

  @ParameterizedTest
  @ValueSource(strings = {"15", "404", "503"})
  void aConnectionIsKeptAlive(String end) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port());
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII))) {
      socket.setSoTimeout(30_000);

      String first = statusOverRawSocket(socket, reader, end);
      String second = statusOverRawSocket(socket, reader, end);

      assertThat(first).startsWith("HTTP/1.1 ");
      assertThat(second).isEqualTo(first);
    }
  }

  private static String statusOverRawSocket(Socket socket, BufferedReader reader, String end)
      throws IOException {
    String request =
        "GET /run/" + id(end) + " HTTP/1.1\r\nHost: x\r\ncc-key: " + Sandbox.API_KEY + "\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(US_ASCII));
    String status = Objects.requireNonNull(reader.readLine());
    int length = 0;
    String line = Objects.requireNonNull(reader.readLine());
    while (!line.isEmpty()) {
      if (line.startsWith("Content-length: ")) {
        length = Integer.parseInt(line.substring("Content-length: ".length()));
      }
      line = Objects.requireNonNull(reader.readLine());
    }
    assertThat(reader.skip(length)).isEqualTo(length);
    return status;
  }

  @Test
  void responsesAreNotHeldBackForAnAcknowledgement() {
    assertThat(System.getProperty("sun.net.httpserver.nodelay")).isEqualTo("true");
  }

  @Test
  void respondsToManyAtOnce() {
    ExecutorService clients = Executors.newFixedThreadPool(32);
    try {
      List<CompletableFuture<Integer>> responses =
          IntStream.range(0, 320)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> caller.run(Sandbox.DEFAULT_RUN).statusCode(), clients))
              .toList();

      assertThat(responses).allMatch(response -> response.join() == 200);
      assertThat(sandbox.requestCount()).isEqualTo(320);
    } finally {
      clients.shutdownNow();
    }
  }

  @Test
  void remembersRequests() {
    caller.run(id("15"));
    caller.run(id("404") + "?full=1", "sk_private");

    RecordedRequest last = sandbox.requests().get(1);
    assertThat(sandbox.requestCount()).isEqualTo(2);
    assertThat(last.method()).isEqualTo("GET");
    assertThat(last.uri()).hasToString("/run/" + id("404") + "?full=1");
    assertThat(last.header("CC-Key")).contains("sk_private");
    assertThat(last.header("absent")).isEmpty();
    assertThat(last.toString()).containsIgnoringCase("cc-key").doesNotContain("private", "full");
  }

  @Test
  void remembersOnlyTheNewestRequests() {
    RequestLog log = new RequestLog();
    RecordedRequest request = new RecordedRequest("GET", sandbox.baseUrl(), Map.of());

    IntStream.rangeClosed(0, RequestLog.CAPACITY).forEach(i -> log.add(request));

    assertThat(log.count()).isEqualTo(RequestLog.CAPACITY + 1);
    assertThat(log.newest()).hasSize(RequestLog.CAPACITY);
  }

  private int port() {
    return sandbox.baseUrl().getPort();
  }
}
