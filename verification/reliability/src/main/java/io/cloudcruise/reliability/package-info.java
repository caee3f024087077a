/** What the whole does when things go wrong, and the document that says so. */
@NullMarked
package io.cloudcruise.reliability;

import org.jspecify.annotations.NullMarked;
