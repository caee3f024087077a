/** The command line: commands, what they are made of, and how results are shown to a person. */
@NullMarked
package io.cloudcruise.cli;

import org.jspecify.annotations.NullMarked;
