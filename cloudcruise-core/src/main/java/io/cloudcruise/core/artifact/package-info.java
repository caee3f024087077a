/** The artifacts of a run: telling them apart, and fetching them whole. */
@NullMarked
package io.cloudcruise.core.artifact;

import org.jspecify.annotations.NullMarked;
