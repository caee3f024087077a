package io.cloudcruise.reliability.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.rigs.LogRecorder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Hears, during each test, all that is logged at any level by any library, and all that is written
 * to the process's standard streams; afterwards no canary may have been among it, nor in the names
 * of threads, nor in system properties.
 *
 * <p>One logger is not listened to: {@code jdk.internal.httpclient.debug}, by which the JDK quotes
 * the URLs it asks for and answers that are no HTTP. It is silent unless somebody turns it on, and
 * nobody can keep the JDK from it but by its level; SECURITY.md says so.
 */
final class Eavesdropping implements BeforeEachCallback, AfterEachCallback {
  private static final String JDK_DEBUG = "jdk.internal.httpclient.debug";

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private LogRecorder log;

  @Override
  public void beforeEach(ExtensionContext test) {
    log = LogRecorder.install();
    log.ignore(JDK_DEBUG);
    PrintStream ear = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(ear);
    System.setErr(ear);
    hearsEverybody();
  }

  /** Whoever logs: by the JDK's interface or by SLF4J, at the lowest level. */
  private void hearsEverybody() {
    System.getLogger("jdk.httpclient.HttpClient").log(System.Logger.Level.TRACE, "JDK heard");
    LoggerFactory.getLogger("io.lettuce.core").trace("SLF4J heard");
    assertThat(log.all()).contains("JDK heard", "SLF4J heard");
  }

  /** {@return all that was logged so far} */
  String logged() {
    return log.all();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    System.setOut(out);
    System.setErr(err);
    log.close();
    Planted.isNotIn(log.all(), "a log");
    Planted.isNotIn(printed.toString(StandardCharsets.UTF_8), "a standard stream");
    Thread.getAllStackTraces().keySet().forEach(t -> Planted.isNotIn(t.getName(), "a thread"));
    System.getProperties()
        .forEach((name, value) -> Planted.isNotIn(name + "=" + value, "a system property"));
  }
}
