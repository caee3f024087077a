package seeded.cloudcruise.contract;

/** Breaks rules on purpose: a suite is abstract. */
public class ConcreteContract {}
