/** What tests of several modules need: servers that misbehave, and recorders that miss nothing. */
@NullMarked
package io.cloudcruise.rigs;

import org.jspecify.annotations.NullMarked;
