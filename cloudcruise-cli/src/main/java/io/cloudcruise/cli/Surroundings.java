package io.cloudcruise.cli;

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
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param colour whether to colour what a person reads
 */
record Surroundings(
    Function<String, @Nullable String> environment,
    Clock clock,
    InputStream in,
    OutputStream out,
    OutputStream err,
    boolean colour) {

  static Surroundings ofProcess() {
    return new Surroundings(
        System::getenv,
        Clock.systemUTC(),
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        wantsColour(System::getenv, isTerminal(System.console())));
  }

  static boolean wantsColour(Function<String, @Nullable String> environment, boolean terminal) {
    String noColour = environment.apply("NO_COLOR");
    return terminal
        && (noColour == null || noColour.isEmpty())
        && !"dumb".equals(environment.apply("TERM"));
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
      throw new CannotWrite(cause);
    }
  }

  /** Writes one line for the person who called; nothing else is of use if that fails. */
  void complain(String line) {
    PrintWriter writer = writer(err);
    writer.print("cloudcruise: " + line + "\n");
    writer.flush();
  }

  PrintWriter writer(OutputStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }
}
