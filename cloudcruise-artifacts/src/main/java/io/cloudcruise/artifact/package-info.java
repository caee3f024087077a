/** Artifacts over HTTP: {@link io.cloudcruise.artifact.HttpArtifactAdapter} implements the port. */
@NullMarked
package io.cloudcruise.artifact;

import org.jspecify.annotations.NullMarked;
