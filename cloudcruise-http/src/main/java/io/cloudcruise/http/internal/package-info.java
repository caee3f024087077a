/**
 * The small pieces of HTTP that both adapters stand on, so that a fault is mended once. No API:
 * anything here may change in any version.
 */
@NullMarked
package io.cloudcruise.http.internal;

import org.jspecify.annotations.NullMarked;
