package io.cloudcruise.contract.pact;

/** What can be done to a response. */
enum Mutation {
  FIELD_REMOVED,
  FIELD_NULL,
  KIND_CHANGED,
  WORD_RENAMED,
  HEADER_DROPPED,
  STATUS_CHANGED
}
