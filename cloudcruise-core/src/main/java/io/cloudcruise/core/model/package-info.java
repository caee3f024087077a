/**
 * What a run produced, as values: {@link io.cloudcruise.core.model.RunResults} and all that hangs
 * on it.
 *
 * <p>Everything here is immutable and safe to share between threads. Absence is an empty {@code
 * Optional} or collection, never {@code null}.
 *
 * <p>What mirrors the platform is made by builders, so that components can be added without
 * breaking callers. One rule holds for all of them, those of {@link io.cloudcruise.core.port}
 * included: what is always there is a parameter of {@code builder}; the setter of a component that
 * may be absent takes {@code null} for that; lists and maps are copied, keep their order, and are
 * never {@code null}. {@code toBuilder} starts with all components of a value.
 */
@NullMarked
package io.cloudcruise.core.model;

import org.jspecify.annotations.NullMarked;
