package seeded.cloudcruise.contract;

/** Breaks no rule. */
public abstract class AbstractContract {}
