/** Saves runs as directories: results, artifacts, and a manifest of them. */
@NullMarked
package io.cloudcruise.archive;

import org.jspecify.annotations.NullMarked;
