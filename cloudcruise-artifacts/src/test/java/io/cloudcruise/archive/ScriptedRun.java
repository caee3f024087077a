package io.cloudcruise.archive;

import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.model.Timestamp;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.jackson.RunResultsJson;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A run that has the files that the test names. */
final class ScriptedRun implements RunResultsPort {
  static final SessionId ID = new SessionId("5a4db0c5-abcd-4000-8000-000000000001");
  static final SessionId ANOTHER = new SessionId("5a4db0c5-abcd-4000-8000-000000000002");
  private static final RunStatus SUCCESS =
      RunResultsJson.create()
          .read(
              ("{\"session_id\":\"" + ID + "\",\"status\":\"execution.success\"}")
                  .getBytes(StandardCharsets.UTF_8))
          .status();

  private final AtomicInteger asked = new AtomicInteger();
  private volatile List<RunFile> files;

  ScriptedRun(String... names) {
    files = files(names);
  }

  void has(String... names) {
    files = files(names);
  }

  int asked() {
    return asked.get();
  }

  private static List<RunFile> files(String... names) {
    return Stream.of(names).map(name -> file(name, name)).toList();
  }

  void has(RunFile... some) {
    files = List.of(some);
  }

  static RunFile file(String name, String key) {
    return file(name, key, (Timestamp) null);
  }

  /** For the platform a file of another time is another file, whatever else it has in common. */
  static RunFile file(String name, String key, String timestamp) {
    return file(name, key, new Timestamp(timestamp));
  }

  private static RunFile file(String name, String key, @Nullable Timestamp timestamp) {
    return RunFile.builder()
        .url(new SignedUrl(ScriptedStorage.url(key), Optional.empty()))
        .timestamp(timestamp)
        .name(name)
        .build();
  }

  @Override
  public Optional<RunResults> find(SessionId run) {
    asked.incrementAndGet();
    return Optional.of(RunResults.builder(run, SUCCESS).files(files).build());
  }
}
