package io.cloudcruise.cli;

import io.cloudcruise.core.model.Advice;

/** Says what to do. */
final class AdviceWords {
  private AdviceWords() {}

  static String of(Advice advice) {
    return switch (advice) {
      case CORRECT_INPUT -> "correct the input, then start the run again";
      case RENEW_CREDENTIAL -> "store a working credential in the vault, then start the run again";
      case WAIT_FOR_REPAIR -> "wait until the workflow is repaired: it does not fit the site now";
      case RETRY_LATER -> "start the run again later, unchanged: the site was at fault";
      case ASK_A_PERSON -> "have a person look at it: no rule covers it";
    };
  }
}
