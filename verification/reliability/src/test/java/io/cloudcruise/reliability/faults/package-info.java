/** Every fault that we could think of, done to whatever does I/O, and what has to come of it. */
@NullMarked
package io.cloudcruise.reliability.faults;

import org.jspecify.annotations.NullMarked;
