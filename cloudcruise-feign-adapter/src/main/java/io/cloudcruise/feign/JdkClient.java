package io.cloudcruise.feign;

import java.net.http.HttpClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What the JDK's client needs around it, until Java 21 is the floor. */
final class JdkClient {
  private JdkClient() {}

  static ExecutorService threads(String name) {
    return Executors.newCachedThreadPool(
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /** Since Java 21. The client's own close() would wait for whoever has not ended a response. */
  static void shutDown(HttpClient open) {
    try {
      HttpClient.class.getMethod("shutdownNow").invoke(open);
    } catch (NoSuchMethodException olderJava) {
      // the garbage collector sees to it
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
