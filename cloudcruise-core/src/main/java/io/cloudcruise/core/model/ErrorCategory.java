package io.cloudcruise.core.model;

import static io.cloudcruise.core.model.Advice.ASK_A_PERSON;
import static io.cloudcruise.core.model.Advice.CORRECT_INPUT;
import static io.cloudcruise.core.model.Advice.RENEW_CREDENTIAL;
import static io.cloudcruise.core.model.Advice.RETRY_LATER;
import static io.cloudcruise.core.model.Advice.WAIT_FOR_REPAIR;

import io.cloudcruise.core.internal.Printable;
import java.util.Map;
import java.util.Objects;

/**
 * The category that the platform's AI put an error in. An open set, kept word for word.
 *
 * @param rawValue the category word for word
 */
public record ErrorCategory(String rawValue) {
  private static final Map<String, Kind> BY_WORD = Words.of(Kind.values());

  public ErrorCategory {
    Objects.requireNonNull(rawValue, "spelling");
  }

  /** {@return what the category means, {@link Kind#UNKNOWN} if this version does not know} */
  public Kind kind() {
    return BY_WORD.getOrDefault(Words.normal(rawValue), Kind.UNKNOWN);
  }

  /** {@return the word, unprintable characters replaced} */
  @Override
  public String toString() {
    return Printable.of(rawValue);
  }

  /**
   * Every category that any edition of the documentation ever listed. The platform's words for them
   * are the domain's.
   */
  public enum Kind {
    /** Signing in failed. */
    AUTHENTICATION_ERROR(RENEW_CREDENTIAL),
    /** A form did not take what was put in. */
    INCORRECT_FORM_INPUTS(CORRECT_INPUT),
    /** The site demands a new password. */
    PASSWORD_UPDATE_REQUIRED(RENEW_CREDENTIAL),
    /** There is no such page. */
    PAGE_NOT_FOUND(CORRECT_INPUT),
    /** The page is not in the state that the workflow expects. */
    UNEXPECTED_UI_STATE(WAIT_FOR_REPAIR),
    /** A selector of the workflow does not fit the page. */
    XPATH_INCORRECT(WAIT_FOR_REPAIR),
    /** Something before this step went wrong. */
    UPSTREAM_ERROR(RETRY_LATER),
    /** The site does not work. */
    SERVICE_UNAVAILABLE(RETRY_LATER),
    /** Older editions: the site demands changes to the account. */
    ACCOUNT_UPDATE_REQUIRED(ASK_A_PERSON),
    /** Older editions: the site asks for something that the workflow does not supply. */
    ADDITIONAL_USER_INPUT_REQUIRED(CORRECT_INPUT),
    /** Older editions: a search found more than one match. */
    MULTIPLE_MATCHING_RESULTS_FOUND(CORRECT_INPUT),
    /** Older editions: the site refuses the action. */
    ACTION_BLOCKED_BY_PLATFORM(ASK_A_PERSON),
    /** Older editions: the agent acted before the page was ready. */
    ACTION_PERFORMED_TOO_EARLY(WAIT_FOR_REPAIR),
    /** Older editions: a popup was in the way. */
    UNEXPECTED_POPUP(WAIT_FOR_REPAIR),
    /** Older editions: the page did not finish loading. */
    PAGE_STILL_LOADING(RETRY_LATER),
    /** Older editions: the site signed the user out. */
    ACCOUNT_LOGGED_OUT(RETRY_LATER),
    /** Not known to this version. */
    UNKNOWN(ASK_A_PERSON);

    private final Advice advice;

    Kind(Advice advice) {
      this.advice = advice;
    }

    /** {@return what to do about an error of this category, if no sub-type says more} */
    public Advice advice() {
      return advice;
    }
  }
}
