/**
 * A CloudCruise API that runs inside the caller's own process and answers on loopback only.
 *
 * <p>{@link io.cloudcruise.sandbox.Sandbox} starts it. Which state it responds with is chosen by
 * the session id alone (see {@link io.cloudcruise.sandbox.Scenario}) or by the key alone, so
 * nothing has to be set up before a request. It was built from the public documentation and was
 * never compared with the live service.
 */
@NullMarked
package io.cloudcruise.sandbox;

import org.jspecify.annotations.NullMarked;
