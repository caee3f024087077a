package io.cloudcruise.http.internal;

import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the JDK's client needs around it, until Java 21 is the floor. */
public final class JdkClient {
  private JdkClient() {}

  /**
   * Makes daemon threads for a client, which end when they have nothing to do.
   *
   * @param name what to call them
   * @return the executor
   */
  public static ExecutorService threads(String name) {
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Ends a client and what is under way in it, from Java 21 on. Its own {@code close} would wait
   * for whoever has not read a response to its end.
   *
   * @param open the client
   */
  public static void shutDown(HttpClient open) {
    try {
      HttpClient.class.getMethod("shutdownNow").invoke(open);
    } catch (NoSuchMethodException olderJava) {
      // the garbage collector sees to it
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
