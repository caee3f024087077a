package io.cloudcruise.contract;

import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.SessionId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Many threads that ask one port at once, some for a run that is there, some for one that is not.
 */
final class ManyCallers {
  private static final int CALLERS = 8;
  private static final int CALLS = 25;

  private final Subject subject;
  private final SessionId absent = TestRuns.sessionId();

  ManyCallers(Subject subject) {
    this.subject = subject;
  }

  /** Everything that was answered and is wrong, in words. */
  List<String> wrongResponses() throws Exception {
    ExecutorService callers = Executors.newFixedThreadPool(CALLERS, ManyCallers::daemon);
    try {
      List<Callable<List<String>>> work =
          IntStream.range(0, CALLERS).<Callable<List<String>>>mapToObj(this::caller).toList();
      Stream.Builder<String> wrong = Stream.builder();
      for (Future<List<String>> one : callers.invokeAll(work, 60, TimeUnit.SECONDS)) {
        one.get().forEach(wrong);
      }
      return wrong.build().distinct().toList();
    } finally {
      callers.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "contract-caller");
    thread.setDaemon(true);
    return thread;
  }

  private Callable<List<String>> caller(int number) {
    return () ->
        Stream.generate(() -> number % 2 == 0 ? forTheRun() : forTheAbsentRun())
            .limit(CALLS)
            .flatMap(Optional::stream)
            .toList();
  }

  private Optional<String> forTheRun() {
    Optional<SessionId> responded = subject.find().map(RunResults::sessionId);
    return responded.equals(Optional.of(subject.sessionId()))
        ? Optional.empty()
        : Optional.of("asked for a run that is there, was answered " + responded);
  }

  private Optional<String> forTheAbsentRun() {
    return subject
        .port()
        .find(absent)
        .map(found -> "asked for a run that is not there, was answered " + found.sessionId());
  }
}
