package seeded.cloudcruise.sources.wire;

/** Breaks rules on purpose. */
final class UsesFieldNames {
  static final String ID = "session_id";
  static final String DONE = "execution.success";

  /** Breaks none: a word that contains one of the API's is another word. */
  static final String OTHER = "my_session_id_too";

  private UsesFieldNames() {}
}
