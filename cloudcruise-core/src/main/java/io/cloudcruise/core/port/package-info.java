/**
 * The port through which an application reads run results, and what can go wrong on the way.
 *
 * <p>An application depends on this package; an adapter implements {@link
 * io.cloudcruise.core.port.RunResultsPort}.
 */
@NullMarked
package io.cloudcruise.core.port;

import org.jspecify.annotations.NullMarked;
