package io.cloudcruise.reliability.leaks;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.feign.ApiKey;
import io.cloudcruise.feign.FeignRunResultsAdapter;
import io.cloudcruise.rigs.Threads;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a call that fails against each of some base URLs, lets go of everything but what was
 * thrown, and dumps what is left in its heap. The key comes by standard input, past all buffers.
 */
final class DumpedMain {
  private static final List<Object> KEPT = new ArrayList<>();

  private DumpedMain() {}

  /** Takes where to dump to, whether to keep the key for once, and the base URLs. */
  public static void main(String[] arguments) throws IOException {
    Threads threads = Threads.sinceNow();
    List<WeakReference<Object>> released = fail(arguments);
    Threads.soon(() -> areGone(released));
    threads.selectorsEndSoon();
    ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(arguments[0], true);
    KEPT.forEach(each -> System.out.println(each.getClass().getSimpleName()));
  }

  private static boolean areGone(List<WeakReference<Object>> released) {
    System.gc();
    return released.stream().allMatch(reference -> reference.refersTo(null));
  }

  private static List<WeakReference<Object>> fail(String[] arguments) throws IOException {
    ApiKey key = readKey();
    if (Boolean.parseBoolean(arguments[1])) {
      KEPT.add(key);
    }
    return Arrays.stream(arguments).skip(2).map(baseUrl -> failAt(baseUrl, key)).toList();
  }

  private static WeakReference<Object> failAt(String baseUrl, ApiKey key) {
    try (FeignRunResultsAdapter adapter =
        FeignRunResultsAdapter.builder()
            .apiKey(key)
            .baseUrl(baseUrl)
            .deadline(Duration.ofMillis(700))
            .build()) {
      KEPT.add(failureOf(adapter));
      return new WeakReference<>(adapter);
    }
  }

  private static Object failureOf(FeignRunResultsAdapter adapter) {
    try {
      return adapter.get(new SessionId("run-of-the-dump"));
    } catch (RunResultsException failure) {
      return failure;
    }
  }

  private static ApiKey readKey() throws IOException {
    byte[] bytes = new byte[128];
    try (FileInputStream in = new FileInputStream(FileDescriptor.in)) {
      int length = in.readNBytes(bytes, 0, bytes.length);
      return ApiKey.of(new String(bytes, 0, length, US_ASCII));
    } finally {
      Arrays.fill(bytes, (byte) 0);
    }
  }
}
