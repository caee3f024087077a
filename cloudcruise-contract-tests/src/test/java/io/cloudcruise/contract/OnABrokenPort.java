package io.cloudcruise.contract;

import io.cloudcruise.core.port.RunResultsPort;
import java.util.List;

/** The suite on a platform in memory, with something broken before it. Only for the test of it. */
class OnABrokenPort extends RunResultsPortContract {
  static final String KEY = "sk_not_a_real_key";

  static Breakage breakage = (situation, sound) -> sound.port();

  /** Makes a broken port out of a sound one. */
  @FunctionalInterface
  interface Breakage {
    RunResultsPort on(Situation situation, Subject sound);
  }

  @Override
  protected Subject given(Situation situation) {
    Subject sound = Subject.inMemory(situation);
    return new Subject(
        breakage.on(situation, sound),
        sound.sessionId(),
        sound.requests(),
        sound.move(),
        List.of(KEY));
  }
}
