/** What comes along with a module, by the bill of materials that is published beside its jar. */
@NullMarked
package io.cloudcruise.reliability.supply;

import org.jspecify.annotations.NullMarked;
