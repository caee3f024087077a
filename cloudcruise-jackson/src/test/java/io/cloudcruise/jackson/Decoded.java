package io.cloudcruise.jackson;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.ContractViolationException;
import io.cloudcruise.core.port.Drift;
import io.cloudcruise.jackson.Tree.Member;
import io.cloudcruise.jackson.Tree.Members;
import io.cloudcruise.jackson.Tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of a response that was taken. */
record Decoded(RunResults results, List<Drift> drifts) {
  /**
   * Decodes the response to a call for the run that it names, if it names one.
   *
   * @return empty if the response breaks the contract
   */
  static Optional<Decoded> of(Tree response) {
    List<Drift> drifts = new ArrayList<>();
    byte[] json = ResponseDecoderRig.utf8(response.json());
    try {
      RunResults results =
          ResponseDecoderRig.decode(json, session(response), Limits.DEFAULT, drifts::add);
      return Optional.of(new Decoded(results, drifts));
    } catch (ContractViolationException refused) {
      return Optional.empty();
    }
  }

  private static String session(Tree response) {
    List<Member> members = response instanceof Members run ? run.members() : List.of();
    return members.stream()
        .filter(member -> member.name().equals(FieldNames.SESSION_ID))
        .map(member -> member.value() instanceof Text text ? text.value() : "")
        .filter(SessionId::isValid)
        .findFirst()
        .orElse(ResponseDecoderRig.RUN);
  }
}
