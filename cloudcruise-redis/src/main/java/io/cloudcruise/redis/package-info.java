/** A rate limiter that a fleet of machines shares through Redis. */
@NullMarked
package io.cloudcruise.redis;

import org.jspecify.annotations.NullMarked;
