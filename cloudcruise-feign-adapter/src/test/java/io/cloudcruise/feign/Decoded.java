package io.cloudcruise.feign;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.ContractViolation;
import io.cloudcruise.core.port.Drift;
import io.cloudcruise.feign.Tree.Member;
import io.cloudcruise.feign.Tree.Members;
import io.cloudcruise.feign.Tree.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of an answer that was taken. */
record Decoded(RunResults results, List<Drift> drifts) {
  /**
   * Decodes the answer to a call for the run that it names, if it names one.
   *
   * @return empty if the answer breaks the contract
   */
  static Optional<Decoded> of(Tree answer) {
    List<Drift> drifts = new ArrayList<>();
    byte[] json = AnswerDecoderRig.utf8(answer.json());
    try {
      RunResults results =
          AnswerDecoderRig.decode(json, session(answer), Limits.DEFAULT, drifts::add);
      return Optional.of(new Decoded(results, drifts));
    } catch (ContractViolation refused) {
      return Optional.empty();
    }
  }

  private static String session(Tree answer) {
    List<Member> members = answer instanceof Members run ? run.members() : List.of();
    return members.stream()
        .filter(member -> member.name().equals(Wire.SESSION_ID))
        .map(member -> member.value() instanceof Text text ? text.value() : "")
        .filter(SessionId::isValid)
        .findFirst()
        .orElse(AnswerDecoderRig.RUN);
  }
}
