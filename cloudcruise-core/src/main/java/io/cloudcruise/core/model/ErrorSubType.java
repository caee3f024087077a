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
 * The sub-type within its category that the platform's AI gave an error. An open set, kept word for
 * word.
 *
 * @param rawValue the sub-type word for word
 */
public record ErrorSubType(String rawValue) {
  private static final Map<String, Kind> BY_WORD = Words.of(Kind.values());

  public ErrorSubType {
    Objects.requireNonNull(rawValue, "spelling");
  }

  /** {@return what the sub-type means, {@link Kind#UNKNOWN} if this version does not know} */
  public Kind kind() {
    return BY_WORD.getOrDefault(Words.normal(rawValue), Kind.UNKNOWN);
  }

  /** {@return the word, unprintable characters replaced} */
  @Override
  public String toString() {
    return Printable.of(rawValue);
  }

  /**
   * Every sub-type that any edition of the documentation ever listed. The platform's words for them
   * are the domain's.
   */
  public enum Kind {
    /** Authentication: user name or password is wrong. */
    INVALID_CREDENTIALS(RENEW_CREDENTIAL),
    /** Authentication: the second factor was refused. */
    MFA_CODE_REJECTED(RENEW_CREDENTIAL),
    /** Authentication: the site wants a second factor to be set up. */
    TFA_SETUP_REQUIRED(ASK_A_PERSON),
    /** Authentication: the account is locked. */
    ACCOUNT_LOCKED(ASK_A_PERSON),
    /** Authentication: the site neither signed in nor said why. */
    SILENT_LOGIN_FAILURE(RENEW_CREDENTIAL),
    /** Authentication: signed in, but not allowed. */
    ACCESS_DENIED(ASK_A_PERSON),
    /** Form: no option matches the input. */
    NO_MATCHING_OPTION(CORRECT_INPUT),
    /** Form: the input that a selector is made from is empty. */
    EMPTY_SELECTOR_VALUE(CORRECT_INPUT),
    /** Form: the site refuses the value. */
    FIELD_VALIDATION_ERROR(CORRECT_INPUT),
    /** Form: a placeholder got no value. */
    UNRESOLVED_TEMPLATE(CORRECT_INPUT),
    /** Form: the match is on a page that the workflow does not turn to. */
    PAGINATION_MISSING(WAIT_FOR_REPAIR),
    /** Form: more than one result matches. */
    MULTIPLE_MATCHING_RESULTS_FOUND(CORRECT_INPUT),
    /** Page state: something in the way that can be closed. */
    DISMISSIBLE(WAIT_FOR_REPAIR),
    /** Page state: something in the way that wants a decision. */
    DECISION_REQUIRED(ASK_A_PERSON),
    /** Page state, older editions: something in the way that cannot be closed. */
    NON_DISMISSIBLE(ASK_A_PERSON),
    /** Selector: matches nothing. */
    SELECTOR_NO_MATCH(WAIT_FOR_REPAIR),
    /** Selector: matches several elements. */
    AMBIGUOUS_MATCHES(WAIT_FOR_REPAIR),
    /** Selector: matches the wrong element. */
    SELECTOR_MISMATCH(WAIT_FOR_REPAIR),
    /** Selector: matches the wrong part of a table. */
    TABLE_SELECTOR_MISMATCH(WAIT_FOR_REPAIR),
    /** Upstream: what this step needs was not there. */
    PREREQUISITE_NOT_MET(ASK_A_PERSON),
    /** Upstream: the page was not ready in time. */
    TIMING_RACE(RETRY_LATER),
    /** Upstream: the site had a passing fault. */
    TRANSIENT_SITE_ISSUE(RETRY_LATER),
    /** Upstream: an earlier step failed unnoticed. */
    SILENT_UPSTREAM_FAILURE(RETRY_LATER),
    /** Service: the site's application failed. */
    APPLICATION_ERROR(RETRY_LATER),
    /** Service: an element did not appear in time. */
    ELEMENT_TIMEOUT(RETRY_LATER),
    /** Service: the site answered with an HTTP error. */
    HTTP_ERROR(RETRY_LATER),
    /** Service: the site is down for maintenance. */
    MAINTENANCE_DOWNTIME(RETRY_LATER),
    /** Not known to this version. */
    UNKNOWN(ASK_A_PERSON);

    private final Advice advice;

    Kind(Advice advice) {
      this.advice = advice;
    }

    /** {@return what to do about an error of this sub-type} */
    public Advice advice() {
      return advice;
    }
  }
}
