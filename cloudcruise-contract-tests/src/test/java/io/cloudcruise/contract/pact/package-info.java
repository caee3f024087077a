/**
 * The pact between this library and the platform: how it is written, replayed and put to the test.
 */
@NullMarked
package io.cloudcruise.contract.pact;

import org.jspecify.annotations.NullMarked;
