/** What {@code docs/architecture.md} says, as rules that fail; and proof that each of them can. */
@NullMarked
package io.cloudcruise.contract.architecture;

import org.jspecify.annotations.NullMarked;
