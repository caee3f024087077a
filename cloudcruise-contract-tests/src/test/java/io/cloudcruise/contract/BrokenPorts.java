package io.cloudcruise.contract;

import io.cloudcruise.contract.OnABrokenPort.Breakage;
import io.cloudcruise.core.model.InputVariable;
import io.cloudcruise.core.model.InputVariable.PlainValue;
import io.cloudcruise.core.model.InputVariable.SecretValue;
import io.cloudcruise.core.model.JsonText;
import io.cloudcruise.core.model.RunFile;
import io.cloudcruise.core.model.RunResults;
import io.cloudcruise.core.model.RunStatus;
import io.cloudcruise.core.model.RunStatus.Kind;
import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.port.CallInterruptedException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.RunResultsPort;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.jackson.RunResultsJson;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Ways in which ports go wrong. */
final class BrokenPorts {
  private BrokenPorts() {}

  static JsonText json(String text) {
    return new JsonText(text, RunResultsJson.outputReader());
  }

  static Breakage only(Situation where, Breakage breakage) {
    return (situation, sound) -> situation == where ? breakage.on(situation, sound) : sound.port();
  }

  static Breakage finding(UnaryOperator<RunResults> change) {
    return (situation, sound) -> id -> sound.port().find(id).map(change);
  }

  static Breakage copying(BiFunction<RunResults.Builder, RunResults, RunResults.Builder> change) {
    return finding(run -> change.apply(copyOf(run, run.status()), run).build());
  }

  static Breakage losingAllButTheStatus() {
    return finding(run -> RunResults.builder(run.sessionId(), run.status()).build());
  }

  static Breakage taking(Kind kind, RunStatus forWhat) {
    return finding(run -> run.status().kind() == kind ? copyOf(run, forWhat).build() : run);
  }

  static Breakage writingOutput(UnaryOperator<String> change) {
    return copying(
        (copy, run) ->
            run.output().map(it -> copy.output(json(change.apply(it.text())))).orElse(copy));
  }

  static <T extends RunResultsException> Breakage throwing(
      Class<T> type, Function<SessionId, RunResultsException> instead) {
    return (situation, sound) ->
        id -> {
          try {
            return sound.port().find(id);
          } catch (RunResultsException e) {
            throw type.isInstance(e) ? instead.apply(id) : e;
          }
        };
  }

  static Breakage refusing(Function<SessionId, RunResultsException> failure) {
    return (situation, sound) ->
        id -> {
          throw failure.apply(id);
        };
  }

  static Breakage swallowing() {
    return (situation, sound) ->
        id -> {
          try {
            return sound.port().find(id);
          } catch (RunResultsException e) {
            return Optional.empty();
          }
        };
  }

  static Breakage remembering() {
    Map<SessionId, Optional<RunResults>> memory = new ConcurrentHashMap<>();
    return (situation, sound) -> id -> memory.computeIfAbsent(id, sound.port()::find);
  }

  static Breakage askingTwice() {
    return (situation, sound) ->
        id -> {
          sound.port().find(id);
          return sound.port().find(id);
        };
  }

  static Breakage retrying() {
    return (situation, sound) ->
        id -> {
          try {
            return sound.port().find(id);
          } catch (RateLimitedException | UnavailableException e) {
            return sound.port().find(id);
          }
        };
  }

  static Breakage demandingThatItIsThere() {
    return (situation, sound) -> id -> Optional.of(sound.port().get(id));
  }

  static Breakage getting(Function<SessionId, RunResults> get) {
    return (situation, sound) ->
        new RunResultsPort() {
          @Override
          public Optional<RunResults> find(SessionId sessionId) {
            return sound.port().find(sessionId);
          }

          @Override
          public RunResults get(SessionId sessionId) {
            return get.apply(sessionId);
          }
        };
  }

  static Breakage takingNullForAbsent() {
    return (situation, sound) ->
        id -> Optional.ofNullable(id).flatMap(asked -> sound.port().find(asked));
  }

  /** Fails whenever two threads are inside at once, as if it kept what it does in a field. */
  static Breakage confusingThreads() {
    AtomicInteger inside = new AtomicInteger();
    return (situation, sound) ->
        id -> {
          inside.incrementAndGet();
          try {
            long start = System.nanoTime();
            while (inside.get() == 1 && System.nanoTime() - start < 1_000_000) {
              Thread.onSpinWait();
            }
            return inside.get() == 1 ? sound.port().find(id) : Optional.empty();
          } finally {
            inside.decrementAndGet();
          }
        };
  }

  static Breakage losingTheInterruptFlag() {
    return throwing(
        CallInterruptedException.class,
        id -> {
          Thread.interrupted();
          return new CallInterruptedException(Optional.of(id));
        });
  }

  static Breakage slowToHearOfInterruption() {
    return throwing(
        CallInterruptedException.class,
        id -> {
          long start = System.nanoTime();
          while (System.nanoTime() - start < 2_000_000_000L) {
            Thread.onSpinWait();
          }
          return new CallInterruptedException(Optional.of(id));
        });
  }

  static Breakage takingInterruptionForAbsence() {
    return (situation, sound) ->
        id -> Thread.currentThread().isInterrupted() ? Optional.empty() : sound.port().find(id);
  }

  static Breakage showingSecretInputs() {
    return copying((copy, run) -> copy.inputs(inClear(run.inputs())));
  }

  private static Map<String, InputVariable> inClear(Map<String, InputVariable> inputs) {
    return inputs.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, input -> inClear(input.getValue())));
  }

  private static InputVariable inClear(InputVariable input) {
    return input instanceof SecretValue secret
        ? new PlainValue(json('"' + secret.value().reveal() + '"'))
        : input;
  }

  static Breakage namingFilesByTheirUrl() {
    return copying(
        (copy, run) -> copy.files(run.files().stream().map(BrokenPorts::namedByItsUrl).toList()));
  }

  private static RunFile namedByItsUrl(RunFile file) {
    return file.toBuilder().name(file.url().map(SignedUrl::reveal).orElse(null)).build();
  }

  private static RunResults.Builder copyOf(RunResults run, RunStatus status) {
    return run.toBuilder().status(status);
  }
}
