package io.cloudcruise.reliability.leaks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.cloudcruise.rigs.Exposure;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What comes out of something that fails. */
final class Thrown {
  private Thrown() {}

  /** {@return what is thrown, which is of a type, shows no canary} */
  static <T extends Throwable> T by(Class<T> type, ThrowingCallable failing) {
    Throwable thrown = catchThrowable(failing);
    assertThat(thrown).isInstanceOf(type);
    showsNothing(thrown);
    return type.cast(thrown);
  }

  /** The same, where it is another's choice whether to refuse. */
  static void byIfAny(ThrowingCallable perhapsFailing) {
    Throwable thrown = catchThrowable(perhapsFailing);
    if (thrown != null) {
      showsNothing(thrown);
    }
  }

  static void showsNothing(Throwable thrown) {
    Planted.isNotIn(Exposure.of(thrown), thrown.getClass().getName());
  }
}
