package seeded.cloudcruise.contract;

/** Breaks rules on purpose. */
public class OpenAssert {}
