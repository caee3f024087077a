package io.cloudcruise.jackson;

import static io.cloudcruise.rigs.FuzzChecks.require;
import static io.cloudcruise.rigs.FuzzChecks.requireOneLine;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.OutputMismatchException;
import io.cloudcruise.core.model.OutputReader;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.time.Deadline;
import io.cloudcruise.rigs.FuzzChecks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Decodes whatever bytes come, as a saved response and as a call's. Either way there are results,
 * the same ones, or a {@link ContractViolationException}; what is printed is one line, and what is
 * written is read back.
 */
class ResponseDecoderFuzzTest {
  private static final SessionId ANY = new SessionId(ResponseDecoderRig.RUN);
  private static final Set<String> SHOWN =
      Set.of(
          FieldNames.PERMISSIONED_USER_ID,
          FieldNames.USER_ID,
          FieldNames.USER_ALIAS,
          FieldNames.ALIAS,
          FieldNames.DOMAIN);
  private static final RunResultsJson JSON = RunResultsJson.create();
  private static final OutputReader READER = RunResultsJson.outputReader();
  private static final ResponseDecoder OF_CALLS =
      new ResponseDecoder(Limits.DEFAULT, READER, FuzzChecks::requireOneLine);

  static Stream<byte[]> fixtures() {
    return ResponseDecoderRig.fixtures().map(ResponseDecoderRig::fixture);
  }

  @Timeout(30)
  @DictionaryFile(resourcePath = "answer.dict")
  @MethodSource("fixtures")
  @FuzzTest
  void anyBytesAreResultsOrAContractViolation(byte[] response) throws IOException {
    RunResults results;
    try {
      results = JSON.read(response);
    } catch (ContractViolationException violation) {
      requireOneLine(violation);
      requireSameRefusalOfACall(response, violation);
      return;
    }
    requireThatAllPrintsOneLine(results);
    requireSameResultsOfACall(response, results);
    requireThatWhatIsWrittenIsReadBack(results);
    readPlainly(results.output().stream().toList());
    readPlainly(results.otherFields().values());
  }

  private static void requireSameRefusalOfACall(byte[] response, ContractViolationException saved) {
    try {
      var unused = decodeAsCall(response, ANY);
    } catch (ContractViolationException called) {
      require(called.path().equals(saved.path()), "a call refuses another place");
      return;
    }
    require(false, "a call takes what is refused when it is saved");
  }

  private static void requireSameResultsOfACall(byte[] response, RunResults saved) {
    RunResults called = decodeAsCall(response, saved.sessionId());
    require(JSON.write(called).equals(JSON.write(saved)), "a call decodes something else");
  }

  private static RunResults decodeAsCall(byte[] response, SessionId asked) {
    return OF_CALLS.decode(
        response, new ResponseContext(asked, 200, Deadline.in(Duration.ofMinutes(5))));
  }

  private static void requireThatWhatIsWrittenIsReadBack(RunResults results) throws IOException {
    ByteArrayOutputStream revealed = new ByteArrayOutputStream();
    JSON.writeRevealed(results, revealed);
    RunResults same = JSON.read(revealed.toByteArray());
    String masked = JSON.write(results);
    RunResults again = JSON.read(ResponseDecoderRig.utf8(masked));
    if (!holdsASecretUnderANameThatIsShown(results)) {
      require(same.equals(results), "read back as something else");
      require(JSON.write(again).equals(masked), "written again as something else");
    }
  }

  /** Secrets are written as strings, and a string of such a name is no secret. */
  private static boolean holdsASecretUnderANameThatIsShown(RunResults results) {
    return results.vaultEntries().values().stream()
        .anyMatch(entry -> !Collections.disjoint(entry.secrets().keySet(), SHOWN));
  }

  private static void readPlainly(Collection<JsonText> texts) {
    for (JsonText text : texts) {
      try {
        var unused = text.asPlain();
      } catch (OutputMismatchException documented) {
        requireOneLine(documented);
      }
    }
  }

  private static void requireThatAllPrintsOneLine(RunResults results) {
    List.of(results, results.outcome(), results.status()).forEach(FuzzChecks::requireOneLine);
    results.inputs().values().forEach(FuzzChecks::requireOneLine);
    results.vaultEntries().values().forEach(FuzzChecks::requireOneLine);
    results.artifacts().forEach(FuzzChecks::requireOneLine);
    results.errors().forEach(FuzzChecks::requireOneLine);
  }
}
