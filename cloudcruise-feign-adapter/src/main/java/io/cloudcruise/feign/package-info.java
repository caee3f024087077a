/**
 * Run results over HTTP: {@link io.cloudcruise.feign.FeignRunResultsAdapter} implements the port.
 */
@NullMarked
package io.cloudcruise.feign;

import org.jspecify.annotations.NullMarked;
