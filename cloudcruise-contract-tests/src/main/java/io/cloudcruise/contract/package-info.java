/**
 * A kit to test with, for those who implement the run results port and for those who use it.
 *
 * <p>An adapter over HTTP extends {@link io.cloudcruise.contract.HttpRunResultsPortContract}, any
 * other implementation {@link io.cloudcruise.contract.RunResultsPortContract}. An application that
 * wants no network in its tests uses {@link io.cloudcruise.contract.InMemoryRunResults}, fills it
 * from {@link io.cloudcruise.contract.TestRuns}, and looks at results with {@link
 * io.cloudcruise.contract.RunResultsAssertions}.
 */
@NullMarked
package io.cloudcruise.contract;

import org.jspecify.annotations.NullMarked;
