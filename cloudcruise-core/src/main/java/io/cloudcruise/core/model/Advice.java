package io.cloudcruise.core.model;

/**
 * What to do about an error; derived from its classification, see {@link Classification#advice}.
 */
public enum Advice {
  /** Start the run again with other input. */
  CORRECT_INPUT,
  /** Store a working credential in the vault, then start the run again. */
  RENEW_CREDENTIAL,
  /** The workflow does not fit the site any more: wait until it is repaired. */
  WAIT_FOR_REPAIR,
  /** The site was at fault: start the run again later, unchanged. */
  RETRY_LATER,
  /** No rule covers it: a person has to look. */
  ASK_A_PERSON
}
