/**
 * Run results over HTTP: {@link io.cloudcruise.feign.FeignRunResultsAdapter} implements the port,
 * and {@link io.cloudcruise.feign.RunResultsJson} reads and writes saved responses.
 */
@NullMarked
package io.cloudcruise.feign;

import org.jspecify.annotations.NullMarked;
