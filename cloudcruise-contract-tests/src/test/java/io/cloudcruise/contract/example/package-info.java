/** An adapter as somebody else would write it; {@code docs/contracts.md} shows it word for word. */
@NullMarked
package io.cloudcruise.contract.example;

import org.jspecify.annotations.NullMarked;
