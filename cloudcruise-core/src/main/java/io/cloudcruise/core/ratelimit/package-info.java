/**
 * Sharing the platform's rate limit among all who use one API key.
 *
 * <p><b>Decorators of a port, and their order.</b> A rate limiter belongs next to the port that
 * sends, and retries around it: then each request, a retry included, takes one permit. {@link
 * io.cloudcruise.core.ratelimit.RateLimitedRunResults} given a port with retries puts itself inside
 * them, so either order sends as many requests with as many permits. {@link
 * io.cloudcruise.core.wait.RunWaiter} retries by its own policy and takes its own permits: given a
 * port with retries or a rate limiter around it, it asks the port within, with that rate limiter
 * unless it was given another one.
 */
@NullMarked
package io.cloudcruise.core.ratelimit;

import org.jspecify.annotations.NullMarked;
