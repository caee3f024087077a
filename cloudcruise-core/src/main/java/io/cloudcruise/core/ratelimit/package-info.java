/** Sharing the platform's rate limit among all who use one API key. */
@NullMarked
package io.cloudcruise.core.ratelimit;

import org.jspecify.annotations.NullMarked;
