package io.cloudcruise.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** A headless Chromium, told what to do in the protocol that browsers have for it. */
final class Browser implements AutoCloseable {
  private static final String DRIVER = "chromedriver";
  private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> ARGUMENTS =
      List.of(
          "--headless=new",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process driver;
  private final String session;

  private Browser(Path profile) throws IOException, InterruptedException {
    driver = new ProcessBuilder(DRIVER, "--port=0").redirectErrorStream(true).start();
    String base = "http://127.0.0.1:" + port() + "/session";
    JsonNode response = post(base, Map.of("capabilities", Map.of("alwaysMatch", wishes(profile))));
    session = base + "/" + response.path("sessionId").asText();
  }

  /** Starts a browser; skips the test where there is none. */
  static Browser start(Path profile) throws IOException, InterruptedException {
    assumeTrue(
        Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
            .anyMatch(place -> Files.isExecutable(Path.of(place, DRIVER))),
        "there is no " + DRIVER + " here: install the packages chromium and chromium-driver");
    return new Browser(profile);
  }

  private static Map<String, Object> wishes(Path profile) {
    List<String> arguments = new ArrayList<>(ARGUMENTS);
    arguments.add("--user-data-dir=" + profile);
    return Map.of(
        "browserName", "chrome",
        "goog:loggingPrefs", Map.of("browser", "ALL"),
        "goog:chromeOptions", Map.of("args", arguments));
  }

  private String port() throws IOException {
    BufferedReader lines = driver.inputReader(StandardCharsets.UTF_8);
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      Matcher started = PORT.matcher(line);
      if (started.find()) {
        return started.group(1);
      }
    }
    throw new IOException(DRIVER + " did not start");
  }

  void open(String url) throws IOException, InterruptedException {
    post(session + "/url", Map.of("url", url));
  }

  void resize(int width, int height) throws IOException, InterruptedException {
    emulate(
        "setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 800));
  }

  void prefer(String scheme) throws IOException, InterruptedException {
    Map<String, String> preference = Map.of("name", "prefers-color-scheme", "value", scheme);
    emulate("setEmulatedMedia", Map.of("features", List.of(preference)));
  }

  void emulateMedia(String media) throws IOException, InterruptedException {
    emulate("setEmulatedMedia", Map.of("media", media));
  }

  private void emulate(String command, Map<String, Object> parameters)
      throws IOException, InterruptedException {
    post(
        session + "/goog/cdp/execute", Map.of("cmd", "Emulation." + command, "params", parameters));
  }

  /** {@return what a script says that is put into the page from outside, past its policy} */
  JsonNode ask(String script) throws IOException, InterruptedException {
    return post(session + "/execute/sync", Map.of("script", script, "args", List.of()));
  }

  /** {@return what a script says in the end, when it calls its last argument} */
  JsonNode await(String script) throws IOException, InterruptedException {
    return post(session + "/execute/async", Map.of("script", script, "args", List.of()));
  }

  /** {@return what the browser complained of} */
  List<String> complaints() throws IOException, InterruptedException {
    JsonNode log = post(session + "/se/log", Map.of("type", "browser"));
    return StreamSupport.stream(log.spliterator(), false)
        .map(entry -> entry.path("message").asText())
        .toList();
  }

  private JsonNode post(String url, Object body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
            .build();
    JsonNode response =
        JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    if (response.path("value").has("error")) {
      throw new IOException(response.path("value").path("message").asText());
    }
    return response.path("value");
  }

  @Override
  public void close() {
    HttpRequest end = HttpRequest.newBuilder(URI.create(session)).DELETE().build();
    client.sendAsync(end, HttpResponse.BodyHandlers.discarding()).join();
    driver.destroy();
  }
}
