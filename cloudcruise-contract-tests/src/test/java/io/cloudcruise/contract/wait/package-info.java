/** Waiting, tried on the adapter and the sandbox together. */
@NullMarked
package io.cloudcruise.contract.wait;

import org.jspecify.annotations.NullMarked;
