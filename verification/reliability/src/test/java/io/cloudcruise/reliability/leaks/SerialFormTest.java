package io.cloudcruise.reliability.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.jackson.RunResultsJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Of the ways to write a run down, one reveals its secrets, and says so in its name. */
@ExtendWith(Eavesdropping.class)
class SerialFormTest {
  private static final RunResults RESULTS =
      PlantedRun.read(PlantedRun.secrets("https://storage.example"));

  private static String withoutUrls(String json) {
    return json.replace(Planted.SIGNATURE, "").replace("page-canary", "");
  }

  @Test
  void jsonMasksSecrets() {
    String json = RunResultsJson.create().write(RESULTS);

    Planted.isNotIn(withoutUrls(json), "RunResultsJson.write");
    assertThat(json).contains(Planted.SIGNATURE).contains("***");
  }

  @Test
  void jsonMasksDecryptedSecrets() {
    String json = RunResultsJson.create().write(PlantedRun.CIPHER.decrypt(RESULTS));

    Planted.isNotIn(withoutUrls(json), "RunResultsJson.write");
  }

  @Test
  void revealedJsonIsTheOneThatShowsThem() throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();

    RunResultsJson.create().writeRevealed(PlantedRun.CIPHER.decrypt(RESULTS), json);

    assertThat(json.toString(StandardCharsets.UTF_8))
        .contains("input-canary", "nested-canary", "name-canary", "tfa-canary")
        .contains(PlantedRun.CLEAR_PASSWORD);
  }

  @Test
  void withoutSignaturesNothingIsLeft() {
    Planted.isNotIn(
        RunResultsJson.create().write(RESULTS.withoutSignatures()), "JSON for archives");
  }

  /** A caller may hand results to a mapper of their own, by mistake or in a framework. */
  @Test
  void aMapperOfTheCallersSeesNoSecret() throws JsonProcessingException {
    ObjectMapper mapper =
        JsonMapper.builder()
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(MapperFeature.REQUIRE_HANDLERS_FOR_JAVA8_OPTIONALS)
            .build();

    List<SignedUrl> urls = RESULTS.artifacts().stream().flatMap(a -> a.url().stream()).toList();

    for (Object any : List.of(RESULTS.inputs(), RESULTS.vaultEntries(), urls)) {
      Planted.isNotIn(mapper.writeValueAsString(any), "a caller's own JSON");
    }
  }

  /** Serial forms of exceptions are looked through wherever one is thrown. */
  @Test
  void nothingButExceptionsAndEnumsIsSerializable() {
    assertThat(OurClasses.all())
        .filteredOn(Serializable.class::isAssignableFrom)
        .filteredOn(type -> !isAMapOfTheJdks(type))
        .isNotEmpty()
        .allMatch(
            type -> Throwable.class.isAssignableFrom(type) || Enum.class.isAssignableFrom(type));
  }

  private static boolean isAMapOfTheJdks(Class<?> type) {
    return type.isAnonymousClass() && Map.class.isAssignableFrom(type);
  }
}
