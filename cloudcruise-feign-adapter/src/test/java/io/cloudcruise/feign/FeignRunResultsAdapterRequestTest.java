package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.adapterTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.rigs.HostileServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeignRunResultsAdapterRequestTest {

  private static String requestWith(UnaryOperator<FeignRunResultsAdapter.Builder> options) {
    try (var server = HostileServer.responding(TestRun.response());
        var adapter = options.apply(adapterTo(server.baseUrl())).build()) {
      assertThat(adapter.find(TestRun.ID)).isPresent();
      assertThat(server.requests()).hasSize(1);
      return server.requests().get(0);
    }
  }

  private static List<String> values(String request, String name) {
    return request
        .lines()
        .filter(
            line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .toList();
  }

  @Test
  void asksForTheRunByItsPath() {
    String request = requestWith(builder -> builder);

    assertThat(request.lines().findFirst()).hasValue("GET /run/" + TestRun.ID + " HTTP/1.1");
  }

  @Test
  void sendsTheKeyInItsOwnHeaderOnly() {
    String request = requestWith(builder -> builder);

    assertThat(values(request, "cc-key")).containsExactly(TestRun.KEY);
    assertThat(request).containsOnlyOnce(TestRun.KEY);
  }

  @Test
  void asksForJson() {
    String request = requestWith(builder -> builder);

    assertThat(values(request, "Accept")).containsExactly("application/json");
  }

  @Test
  void takesGzip() {
    String request = requestWith(builder -> builder);

    assertThat(values(request, "Accept-Encoding")).containsExactly("gzip");
  }

  @Test
  void saysWhichLibraryItIs() {
    String request = requestWith(builder -> builder);

    assertThat(values(request, "X-CloudCruise-Client"))
        .singleElement()
        .asString()
        .matches("java/\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
  }

  @Test
  void doesNotSayWhichLibraryItIsIfToldNotTo() {
    String request = requestWith(builder -> builder.identifyClient(false));

    assertThat(values(request, "X-CloudCruise-Client")).isEmpty();
  }

  @Test
  void doesNotAskToUpgradeAPlainConnection() {
    String request = requestWith(builder -> builder);

    assertThat(values(request, "Upgrade")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{apiKey}",
        "{{apiKey}}",
        "{sessionId}",
        "{client",
        "}",
        "{a:b}",
        "{?x}",
        "{;x}",
        "{+x*}",
        "a,b",
        ",",
        "50%",
        "50%25",
        "%7B%7D",
        "%0d%0a",
        "a;b;",
        "\"quoted\"",
        "'a'",
        "\\",
        "$1\\1",
        "#{x}",
        "${x}",
        "a:b",
        "~!@#$^&*()_+-=[]|<>?/`",
        "a=b&c=d",
        "a+b",
        "sk_{live},x;%"
      })
  void sendsOddKeysWordForWord(String key) {
    String request = requestWith(builder -> builder.apiKey(ApiKey.of(key)));

    assertThat(values(request, "cc-key")).containsExactly(key);
  }

  @Test
  void sendsALongKeyWhole() {
    String key = "k".repeat(4096);

    String request = requestWith(builder -> builder.apiKey(ApiKey.of(key)));

    assertThat(values(request, "cc-key")).containsExactly(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api", "/api/", "/api/v1"})
  void keepsThePathOfTheBaseUrl(String path) {
    try (var server = HostileServer.responding(TestRun.response());
        var adapter = adapterTo(server.baseUrl() + path).build()) {
      assertThat(adapter.find(TestRun.ID)).isPresent();

      String prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
      assertThat(server.requests())
          .singleElement()
          .asString()
          .startsWith("GET " + prefix + "/run/" + TestRun.ID + " ");
    }
  }

  @Test
  void asksForTheKeyOncePerCallOnTheCallingThread() {
    List<Thread> askers = new ArrayList<>();
    try (var server = HostileServer.responding(TestRun.response());
        var adapter =
            adapterTo(server.baseUrl())
                .apiKey(
                    () -> {
                      askers.add(Thread.currentThread());
                      return ApiKey.of("sk_rotated_" + askers.size());
                    })
                .build()) {

      Stream.of(TestRun.ID, TestRun.ID, TestRun.ID)
          .forEach(id -> assertThat(adapter.find(id)).isPresent());

      assertThat(server.requests().stream().flatMap(head -> values(head, "cc-key").stream()))
          .containsExactly("sk_rotated_1", "sk_rotated_2", "sk_rotated_3");
      assertThat(askers).containsOnly(Thread.currentThread());
    }
  }
}
