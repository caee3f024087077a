/** Measures this library beside what a caller would otherwise use. */
@NullMarked
package io.cloudcruise.benchmarks;

import org.jspecify.annotations.NullMarked;
