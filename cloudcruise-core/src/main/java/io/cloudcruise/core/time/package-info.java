/** Time as the core sees it: handed in, so that half an hour is tested in milliseconds. */
@NullMarked
package io.cloudcruise.core.time;

import org.jspecify.annotations.NullMarked;
