package io.cloudcruise.contract;

/** Something that not every implementation of the port can do, and that is no fault of it. */
public enum Capability {
  /** One call is one request. A decorator that asks again for its caller lacks it. */
  ONE_REQUEST_PER_CALL,
  /** A call ends at a deadline. What asks no other machine may lack it. */
  DEADLINE
}
