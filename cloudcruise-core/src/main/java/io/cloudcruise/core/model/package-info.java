/**
 * What a run produced, as values: {@link io.cloudcruise.core.model.RunResults} and all that hangs
 * on it.
 *
 * <p>Everything here is immutable and safe to share between threads. Absence is an empty {@code
 * Optional} or collection, never {@code null}.
 */
@NullMarked
package io.cloudcruise.core.model;

import org.jspecify.annotations.NullMarked;
