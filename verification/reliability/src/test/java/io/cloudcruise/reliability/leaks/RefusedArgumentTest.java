package io.cloudcruise.reliability.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.artifact.HttpArtifactAdapter;
import io.cloudcruise.core.credential.CredentialCipher;
import io.cloudcruise.core.credential.CredentialException;
import io.cloudcruise.core.credential.EncryptionKey;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.OutputMismatchException;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.Secret;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.jackson.RunResultsJson;
import io.cloudcruise.redis.RedisRateLimiter;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before anything is sent, or cannot be made sense of, is not quoted. */
@Timeout(60)
@ExtendWith(Eavesdropping.class)
class RefusedArgumentTest {
  private static final String SEALED =
      PlantedRun.CIPHER.encryptText(new Secret(PlantedRun.CLEAR_PASSWORD));

  @ParameterizedTest
  @ValueSource(strings = {"canary key", "canary\n", "\"canary\"\t", "canary\u00e9"})
  void apiKeys(String key) {
    Thrown.by(IllegalArgumentException.class, () -> ApiKey.of(key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"canary", "00000000000000000000000000000000000000000000000000000000canary00"})
  void encryptionKeys(String key) {
    Thrown.by(IllegalArgumentException.class, () -> EncryptionKey.of(key));
  }

  @ParameterizedTest
  @ValueSource(strings = {"../canary", "canary?canary", "canary canary"})
  void sessionIds(String id) {
    Thrown.by(IllegalArgumentException.class, () -> new SessionId(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://me:canary@api.example",
        "https://api.example?key=canary",
        "https://api.example#canary",
        "http://canary.example",
        "canary://api.example",
        "https://api.example:canary",
        "https://api.example/%canary",
        "https://[canary]",
        "canary"
      })
  void baseUrls(String url) {
    var runs = FeignRunResultsAdapter.builder().apiKey(ApiKey.of(Planted.API_KEY)).baseUrl(url);

    Thrown.by(IllegalArgumentException.class, runs::build);
    Thrown.by(
        IllegalArgumentException.class, () -> HttpArtifactAdapter.builder().baseUrl(url).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://:canary@127.0.0.1/",
        "redis:///?password=canary",
        "redis://:canary@127.0.0.1/canary",
        "redis://:canary@127.0.0.1:1/0?timeout=canary",
        "redis-sentinel://:canary@127.0.0.1/0",
        "redis-sentinel://:canary@127.0.0.1,127.0.0.1:canary/0#m",
        "redis-socket://:canary@/",
        "redis://:canary@/",
        "redis:canary",
        "redis://user:pass/canary@127.0.0.1:6379/0",
        "redis://user:canary/word@127.0.0.1:6379/0",
        "canary:canary",
        "//:canary@127.0.0.1"
      })
  void urisOfRedis(String uri) {
    Thrown.byIfAny(() -> RedisRateLimiter.builder(URI.create(uri), "shared", 1).build().close());
  }

  @Test
  void namesAndFiguresOfSharedBudgets() {
    URI redis = URI.create("redis://:password-canary@127.0.0.1:1/0");

    Thrown.by(IllegalArgumentException.class, () -> RedisRateLimiter.builder(redis, " ", 1));
    Thrown.by(
        IllegalArgumentException.class,
        () -> RedisRateLimiter.builder(redis, "shared", 1000).build());
  }

  @Test
  void secretsThatCannotBeDecrypted() {
    CredentialCipher other = PlantedRun.cipher("0".repeat(64));
    RunResults results = PlantedRun.read(PlantedRun.everything());

    CredentialException ofRun = Thrown.by(CredentialException.class, () -> other.decrypt(results));
    CredentialException damaged =
        Thrown.by(
            CredentialException.class,
            () -> PlantedRun.CIPHER.decrypt(new Secret(SEALED.replace('0', '1'))));

    assertThat(ofRun.fields()).containsExactly("input sealed", "credential PORTAL, password");
    assertThat(ofRun.getMessage() + damaged.getMessage()).doesNotContain(SEALED);
  }

  @Test
  void secretsThatCannotBeEncrypted() {
    Thrown.by(
        OutputMismatchException.class,
        () -> PlantedRun.CIPHER.encryptJson(new Secret("{canary: canary}")));
  }

  @ParameterizedTest
  @ValueSource(classes = {Integer.class, List.class, Invoice.class, Thread.State.class})
  void outputThatDoesNotFit(Class<?> type) {
    var reader = RunResultsJson.outputReader();

    Thrown.by(
        OutputMismatchException.class, () -> new JsonText("\"output-canary\"", reader).as(type));
    Thrown.by(
        OutputMismatchException.class, () -> new JsonText("{\"n\": \"canary\"}", reader).as(type));
  }

  record Invoice(Map<String, Integer> n) {}

  @ParameterizedTest
  @ValueSource(
      strings = {"canary", "{\"session_id\": \"canary", "[\"canary\"]", "\"canary\" canary"})
  void savedResponses(String json) {
    Thrown.by(ContractViolationException.class, () -> PlantedRun.read(json));
  }
}
