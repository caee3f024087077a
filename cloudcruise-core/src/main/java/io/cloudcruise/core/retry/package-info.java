/** Asking again, when it can help. */
@NullMarked
package io.cloudcruise.core.retry;

import org.jspecify.annotations.NullMarked;
