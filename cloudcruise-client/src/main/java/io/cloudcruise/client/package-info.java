/** The composition: {@link io.cloudcruise.client.CloudCruise} is where an application starts. */
@NullMarked
package io.cloudcruise.client;

import org.jspecify.annotations.NullMarked;
