package io.cloudcruise.cli;

import io.cloudcruise.core.time.SystemTimer;
import io.cloudcruise.core.time.Timer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The program in this process, with an environment of the test's own. */
final class Program {
  static final String RUN = "5a4db0c5-0000-4000-8000-000000000";

  private final Map<String, String> variables = new HashMap<>();
  private Function<String, @Nullable String> environment = variables::get;
  private Clock clock = Clock.systemUTC();
  private byte[] input = {};
  private Timer timer = new SystemTimer();
  private boolean colour;
  private boolean live;
  private @Nullable OutputStream broken;

  static String run(int number) {
    return RUN + String.format(Locale.ROOT, "%03d", number);
  }

  Program with(String variable, String value) {
    variables.put(variable, value);
    return this;
  }

  Program withoutAnEnvironment() {
    environment =
        name -> {
          throw new IllegalStateException("a canary");
        };
    return this;
  }

  Program at(Clock time) {
    clock = time;
    return this;
  }

  Program given(String standardInput) {
    input = standardInput.getBytes(StandardCharsets.UTF_8);
    return this;
  }

  Program coloured() {
    colour = true;
    return this;
  }

  /** In a world where time passes twenty times as fast. */
  Program inFastTime() {
    FastTimer fast = new FastTimer();
    timer = fast;
    clock = fast.clock();
    return this;
  }

  Program onATerminal() {
    live = true;
    return this;
  }

  Program writingTo(OutputStream stream) {
    broken = stream;
    return this;
  }

  Ended run(String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    CliContext context =
        new CliContext(
            environment,
            clock,
            timer,
            new ByteArrayInputStream(input),
            broken == null ? out : broken,
            err,
            colour,
            live);
    int code = Cli.run(context, arguments);
    return new Ended(code, out, err.toString(StandardCharsets.UTF_8));
  }

  /** What is left of a program that has ended. */
  record Ended(int code, ByteArrayOutputStream written, String err) {
    byte[] bytes() {
      return written.toByteArray();
    }

    String out() {
      return written.toString(StandardCharsets.UTF_8);
    }

    String all() {
      return out() + err;
    }
  }
}
