/** What this library's own modules share of the core; no part of the API. */
@NullMarked
package io.cloudcruise.core.internal;

import org.jspecify.annotations.NullMarked;
