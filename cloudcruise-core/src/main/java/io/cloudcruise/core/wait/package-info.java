/** Waiting for runs to end, few or many at once, without a thread for each. */
@NullMarked
package io.cloudcruise.core.wait;

import org.jspecify.annotations.NullMarked;
