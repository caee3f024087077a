package io.cloudcruise.cli;

import io.cloudcruise.archive.ArchiveException;
import io.cloudcruise.core.credential.CredentialException;
import io.cloudcruise.core.port.RunResultsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.ParameterException;

/** Tells a person what went wrong, in one line on standard error, and a script by a number. */
final class Failures {
  private final CliContext context;
  private final BooleanSupplier verbose;

  Failures(CliContext context, BooleanSupplier verbose) {
    this.context = context;
    this.verbose = verbose;
  }

  /** A call that picocli refused. It is not traced: its messages quote what was given. */
  int report(ParameterException mistake) {
    String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
    return complain(ExitCode.USAGE, UsageMessages.of(mistake) + " (see " + command + " --help)");
  }

  int report(Throwable failure) {
    if (failure instanceof CannotWriteException cannot && cannot.isReaderGone()) {
      return ExitCode.RETRIEVED;
    }
    int code = complain(codeOf(failure), messageOf(failure));
    if (verbose.getAsBoolean()) {
      trace(failure);
    }
    return code;
  }

  static int codeOf(Throwable failure) {
    if (failure instanceof RunResultsException known) {
      return ExitCode.of(known);
    }
    return failure instanceof UsageException
            || failure instanceof ArchiveException
            || failure instanceof CredentialException
        ? ExitCode.USAGE
        : ExitCode.UNFORESEEN;
  }

  /** What was not foreseen may hold anything in its message, so that is for the trace only. */
  private static String messageOf(Throwable failure) {
    if (failure instanceof RunResultsException
        || failure instanceof UsageException
        || failure instanceof ArchiveException
        || failure instanceof CredentialException
        || failure instanceof CannotListenException
        || failure instanceof CannotWriteException) {
      return String.valueOf(failure.getMessage());
    }
    return "unforeseen failure (%s); --verbose tells more"
        .formatted(failure.getClass().getSimpleName());
  }

  private int complain(int code, String message) {
    context.complain(SafeText.line(message));
    return code;
  }

  private void trace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    trace.toString().lines().map(SafeText::line).forEach(context::complain);
  }
}
