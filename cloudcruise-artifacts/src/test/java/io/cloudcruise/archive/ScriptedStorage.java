package io.cloudcruise.archive;

import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.core.port.ArtifactHead;
import io.cloudcruise.core.port.ArtifactPort;
import io.cloudcruise.core.port.ArtifactReceiver;
import io.cloudcruise.core.port.ArtifactRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Storage inside the test: each file's content is its name, unless the test says otherwise. */
final class ScriptedStorage implements ArtifactPort {
  private static final String SECRET_QUERY = "?X-Amz-Signature=canary";

  private final Map<String, ArtifactPort> scripts = new ConcurrentHashMap<>();
  private final List<String> fetched = new CopyOnWriteArrayList<>();

  static String url(String key) {
    return "https://storage.example/" + key + SECRET_QUERY;
  }

  private static String key(ArtifactRequest request) {
    return request.url().reveal().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
  }

  void script(String key, ArtifactPort script) {
    scripts.put(key, script);
  }

  void heal(String key) {
    scripts.remove(key);
  }

  void fail(String key) {
    script(
        key,
        (request, receiver) -> {
          throw new ArtifactException(Reason.TOO_LARGE, request.url(), "", null);
        });
  }

  /** {@return what was fetched since this was last asked} */
  List<String> fetched() {
    List<String> keys = fetched.stream().sorted().toList();
    fetched.clear();
    return keys;
  }

  @Override
  public void fetch(ArtifactRequest request, ArtifactReceiver receiver) {
    String key = key(request);
    fetched.add(key);
    scripts.getOrDefault(key, ScriptedStorage::serve).fetch(request, receiver);
  }

  static void serve(ArtifactRequest request, ArtifactReceiver receiver) {
    String key = key(request);
    byte[] content = ("content of " + key).getBytes(StandardCharsets.UTF_8);
    receiver.begin(ArtifactHead.builder().size((long) content.length).build());
    receiver.receive(ByteBuffer.wrap(content));
  }
}
