/**
 * Sharing the platform's rate limit among all who use one API key. {@link
 * io.cloudcruise.core.port.RunResultsDecorator} says in which order to put decorators around a
 * port.
 */
@NullMarked
package io.cloudcruise.core.ratelimit;

import org.jspecify.annotations.NullMarked;
