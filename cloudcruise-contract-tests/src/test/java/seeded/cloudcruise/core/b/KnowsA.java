package seeded.cloudcruise.core.b;

import seeded.cloudcruise.core.a.KnowsB;

/** Breaks rules on purpose. */
public final class KnowsA {
  public final KnowsB other;

  public KnowsA(KnowsB other) {
    this.other = other;
  }
}
