package io.cloudcruise.reliability.leaks;

import io.cloudcruise.cli.Main;
import io.cloudcruise.core.time.SystemTimer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The program in this process, so that what it logs is heard. It is package-private but for what
 * ends the process, hence reflection.
 */
final class CommandLine {
  private final Map<String, String> variables = new HashMap<>();

  /** With a key and a base URL in the environment, where they belong. */
  static CommandLine at(String baseUrl) {
    return new CommandLine()
        .with("CLOUDCRUISE_API_KEY", Planted.API_KEY)
        .with("CLOUDCRUISE_BASE_URL", baseUrl);
  }

  CommandLine with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  Ended run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Function<String, String> environment = variables::get;
    int code =
        run(
            arguments,
            environment,
            Clock.systemUTC(),
            new SystemTimer(),
            new ByteArrayInputStream(new byte[0]),
            out,
            err,
            false,
            false);
    return new Ended(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static int run(String[] arguments, Object... context) {
    try {
      String home = Main.class.getPackageName() + ".";
      Class<?> type = Class.forName(home + "CliContext");
      Constructor<?> constructor = type.getDeclaredConstructors()[0];
      constructor.setAccessible(true);
      Method run = Class.forName(home + "Cli").getDeclaredMethod("run", type, String[].class);
      run.setAccessible(true);
      return (int) run.invoke(null, constructor.newInstance(context), arguments);
    } catch (ReflectiveOperationException changed) {
      throw new LinkageError("the program is not what it was", changed);
    }
  }

  /** What is left of it. */
  record Ended(int code, String out, String err) {}
}
