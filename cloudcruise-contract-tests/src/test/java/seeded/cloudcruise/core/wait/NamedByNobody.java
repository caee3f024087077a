package seeded.cloudcruise.core.wait;

/** Breaks rules on purpose. */
public final class NamedByNobody {
  private NamedByNobody() {}
}
