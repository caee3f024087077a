/**
 * The codec: {@link io.cloudcruise.jackson.ResponseMapper} maps HTTP responses for an adapter on
 * any HTTP client, {@link io.cloudcruise.jackson.RunResultsJson} reads and writes saved results.
 */
@NullMarked
package io.cloudcruise.jackson;

import org.jspecify.annotations.NullMarked;
