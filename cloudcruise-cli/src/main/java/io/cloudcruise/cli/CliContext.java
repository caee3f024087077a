package io.cloudcruise.cli;

import io.cloudcruise.core.time.SystemTimer;
import io.cloudcruise.core.time.Timer;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a command touches of the world around it. Text goes out as UTF-8, whatever the platform's
 * charset is.
 *
 * @param environment looks a variable up
 * @param clock says what time it is
 * @param timer lets time pass
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param colour whether to colour what a person reads
 * @param live whether a line on standard error can be written over
 */
record CliContext(
    Function<String, @Nullable String> environment,
    Clock clock,
    Timer timer,
    InputStream in,
    OutputStream out,
    OutputStream err,
    boolean colour,
    boolean live) {

  static CliContext ofProcess() {
    boolean terminal = isTerminal(System.console());
    return new CliContext(
        System::getenv,
        Clock.systemUTC(),
        new SystemTimer(),
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        wantsColour(System::getenv, terminal),
        terminal && !isDumb(System::getenv));
  }

  static boolean wantsColour(Function<String, @Nullable String> environment, boolean terminal) {
    String noColour = environment.apply("NO_COLOR");
    return terminal && (noColour == null || noColour.isEmpty()) && !isDumb(environment);
  }

  private static boolean isDumb(Function<String, @Nullable String> environment) {
    return "dumb".equals(environment.apply("TERM"));
  }

  /** From Java 22 on there may be a console that is no terminal, and a method that tells. */
  private static boolean isTerminal(@Nullable Console console) {
    if (console == null || Runtime.version().feature() < 22) {
      return console != null;
    }
    try {
      return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException unexpected) {
      return false;
    }
  }

  /** {@return the variable's value; null if it is not set, or blank} */
  @Nullable String variable(String name) {
    String value = environment.apply(name);
    return value == null || value.isBlank() ? null : value;
  }

  void print(String text) {
    print(text.getBytes(StandardCharsets.UTF_8));
  }

  void print(byte[] bytes) {
    try {
      out.write(bytes);
      out.flush();
    } catch (IOException cause) {
      throw new CannotWriteException(cause);
    }
  }

  /** Writes one line for the person who called; nothing else is of use if that fails. */
  void complain(String line) {
    say("cloudcruise: " + line + "\n");
  }

  /** Writes to standard error as it is. */
  void say(String text) {
    PrintWriter writer = writer(err);
    writer.print(text);
    writer.flush();
  }

  PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
