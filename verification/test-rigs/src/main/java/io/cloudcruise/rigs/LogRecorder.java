package io.cloudcruise.rigs;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Listens in on everything that anybody logs, at every level. */
public final class LogRecorder extends Handler {
  private static final Logger ROOT = Logger.getLogger("");

  private final Queue<String> records = new ConcurrentLinkedQueue<>();
  private final Set<String> ignored = ConcurrentHashMap.newKeySet();
  private final Level before = ROOT.getLevel();

  private LogRecorder() {
    setLevel(Level.ALL);
  }

  /** Listens from now on, until it is closed. */
  public static LogRecorder install() {
    LogRecorder recorder = new LogRecorder();
    ROOT.addHandler(recorder);
    ROOT.setLevel(Level.ALL);
    return recorder;
  }

  @Override
  public void publish(LogRecord logged) {
    if (!ignored.contains(logged.getLoggerName())) {
      records.add(new SimpleFormatter().format(logged));
    }
  }

  /** From now on takes no notice of what one logger says. */
  public void ignore(String logger) {
    ignored.add(logger);
  }

  /** {@return all that was logged} */
  public String all() {
    return String.join("", records);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    ROOT.removeHandler(this);
    ROOT.setLevel(before);
  }
}
