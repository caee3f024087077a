package seeded.cloudcruise.core.a;

import seeded.cloudcruise.core.b.KnowsA;

/** Breaks rules on purpose. */
public final class KnowsB {
  public final KnowsA other = new KnowsA(this);
}
