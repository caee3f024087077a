package io.cloudcruise.contract.pact;

import static io.cloudcruise.contract.pact.Mutation.FIELD_NULL;
import static io.cloudcruise.contract.pact.Mutation.FIELD_REMOVED;
import static io.cloudcruise.contract.pact.Mutation.HEADER_DROPPED;
import static io.cloudcruise.contract.pact.Mutation.KIND_CHANGED;
import static io.cloudcruise.contract.pact.Mutation.STATUS_CHANGED;
import static io.cloudcruise.contract.pact.Mutation.WORD_RENAMED;
import static io.cloudcruise.contract.pact.NegativeControls.Verification.NOTICES;
import static io.cloudcruise.contract.pact.NegativeControls.Verification.NOTICES_WHERE_STATED;
import static io.cloudcruise.contract.pact.NegativeControls.Verification.PASSES;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Who has to notice which change of a response. The first row that fits a change counts. */
final class NegativeControls {
  static final String SAME = "same";
  static final String OTHER_RESULTS = "other results";
  static final String OTHER_DETAILS = "other details";
  static final String ABSENCE = "absence";

  private static final Set<Mutation> FIELD = EnumSet.of(FIELD_REMOVED, FIELD_NULL, KIND_CHANGED);
  private static final String STATUS_TEST = "FeignRunResultsAdapterStatusTest#";

  static final List<Row> TABLE =
      List.of(
          // A response about no run, or about a run in no status, is none.
          row(FIELD, "200 /(session_id|status)", NOTICES, "ContractViolationException"),
          // Another kind is refused where something branches on the value, and else kept as it is.
          row(
              KIND_CHANGED,
              "200 /(input_variables|vault_entries|encrypted_variables|errors|screenshot_urls"
                  + "|video_urls|file_urls|recovered_error_ids|was_recovered)",
              NOTICES_WHERE_STATED,
              "ContractViolationException"),
          row(KIND_CHANGED, "200 /vault_entries/[^/]+", NOTICES, "ContractViolationException"),
          row(
              KIND_CHANGED,
              "200 /errors/\\*/(error_id|llm_error_category|llm_error_sub_type)",
              NOTICES_WHERE_STATED,
              "ContractViolationException"),
          // Null and absent are told apart, so nothing that a run tells is lost unnoticed.
          row(FIELD, "200 /.*", NOTICES_WHERE_STATED, OTHER_RESULTS),
          // New words are read. The pact insists on those that something branches on.
          row(WORD_RENAMED, "200 /status", NOTICES, OTHER_RESULTS),
          row(
              WORD_RENAMED,
              "200 /errors/\\*/llm_error_(category|sub_type)",
              NOTICES_WHERE_STATED,
              OTHER_RESULTS),
          row(WORD_RENAMED, "200 /.*", PASSES, OTHER_RESULTS),
          row(WORD_RENAMED, "402 /reason", PASSES, OTHER_DETAILS),
          // A status is never confused with another.
          row(STATUS_CHANGED, "200 404", NOTICES, ABSENCE),
          row(STATUS_CHANGED, "200 500", NOTICES, "UnavailableException"),
          row(STATUS_CHANGED, "\\d+ 200", NOTICES, "ContractViolationException"),
          row(STATUS_CHANGED, "400 418", NOTICES, OTHER_DETAILS),
          row(STATUS_CHANGED, "\\d+ 418", NOTICES, "InvalidRequestException"),
          // Details of error responses.
          row(FIELD, "402 /(reason|currentUsage|limit)", NOTICES, OTHER_DETAILS),
          row(HEADER_DROPPED, "503 retry-after", NOTICES, OTHER_DETAILS),
          // The wait stands in the header and in the body: one is enough.
          row(HEADER_DROPPED, "429 retry-after", NOTICES, SAME),
          row(FIELD, "429 /retryAfterSeconds", NOTICES, SAME),
          // Pact needs the media type to compare bodies, the adapter does not.
          row(HEADER_DROPPED, "(200|402|429) content-type", NOTICES, SAME),
          // What nobody reads.
          tolerated("429 x-ratelimit-.*", STATUS_TEST + "tooManyRequestsAreRateLimited"),
          tolerated("400 .*", STATUS_TEST + "theRestOf4xxIsAnInvalidRequest"),
          tolerated("(401|403) .*", STATUS_TEST + "keysThatAreRefusedAreAccessDenied"),
          tolerated("404 .*", STATUS_TEST + "notFoundIsEmptyWhateverItsBodySays"),
          tolerated("50[03] .*", STATUS_TEST + "requestTimeoutAnd5xxAreUnavailable"),
          tolerated("429 /.*", STATUS_TEST + "tooManyRequestsAreRateLimited"),
          tolerated("402 /.*", "ErrorBodyTest#showsNothingOfTheBodyButNumbersAndCodeWords"));

  private NegativeControls() {}

  /** What Pact makes of a change. */
  enum Verification {
    NOTICES,
    NOTICES_WHERE_STATED,
    PASSES;

    boolean notices(boolean stated) {
      return this == NOTICES || (this == NOTICES_WHERE_STATED && stated);
    }
  }

  /**
   * What is required where a change of one kind hits one of some places.
   *
   * @param place the status of the unchanged answer, and where the change is
   * @param decoding what becomes of the adapter's outcome
   * @param witness the adapter's test that shows why nobody has to notice; empty where somebody has
   */
  record Row(
      Set<Mutation> mutations,
      Pattern place,
      Verification verification,
      String decoding,
      Optional<String> witness) {

    boolean fits(Mutation mutation, String at) {
      return mutations.contains(mutation) && place.matcher(at).matches();
    }

    @Override
    public String toString() {
      return mutations + " at " + place;
    }
  }

  private static Row row(Mutation mutation, String place, Verification pact, String decoding) {
    return row(EnumSet.of(mutation), place, pact, decoding);
  }

  private static Row row(
      Set<Mutation> mutations, String place, Verification pact, String decoding) {
    return new Row(mutations, Pattern.compile(place), pact, decoding, Optional.empty());
  }

  private static Row tolerated(String place, String witness) {
    return new Row(
        EnumSet.complementOf(EnumSet.of(STATUS_CHANGED)),
        Pattern.compile(place),
        PASSES,
        SAME,
        Optional.of(witness));
  }
}
