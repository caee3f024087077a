/** Contracts that keep layers and API shape as they are meant. */
@NullMarked
package io.cloudcruise.contract;

import org.jspecify.annotations.NullMarked;
