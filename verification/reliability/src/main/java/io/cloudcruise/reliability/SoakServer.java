package io.cloudcruise.reliability;

import io.cloudcruise.core.model.RunStatus.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Plays a platform that is fast, limits its callers, and has its troubles. */
final class SoakServer implements AutoCloseable {
  private static final int BACKLOG = 1_000;

  private final Answers responses;
  private final SoakFaultPlan faults;
  private final SoakLimiter limiter;
  private final AtomicIntegerArray polls;
  private final ServerSocket listener;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(task -> new Thread(task, "soak-server"));
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong requests = new AtomicLong();
  private final LongAdder refused = new LongAdder();
  private final Map<SoakFault, LongAdder> injected = new EnumMap<>(SoakFault.class);

  /** What the platform says of a run that has a certain status. */
  @FunctionalInterface
  interface Answers {
    SoakResponse response(int run, Kind kind);
  }

  private SoakServer(Answers responses, SoakSettings settings) throws IOException {
    this.responses = responses;
    faults = new SoakFaultPlan(SoakSettings.SEED, settings.faults());
    limiter = new SoakLimiter(settings.limits(), System::nanoTime);
    polls = new AtomicIntegerArray(settings.runs());
    listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    for (SoakFault fault : SoakFault.values()) {
      injected.put(fault, new LongAdder());
    }
  }

  static SoakServer start(Answers responses, SoakSettings settings) {
    try {
      SoakServer server = new SoakServer(responses, settings);
      server.threads.execute(server::accept);
      return server;
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        threads.execute(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      new SoakConnection(this, socket).serve();
    } catch (IOException gone) {
      // the client has hung up, or the server has been closed
    } finally {
      open.remove(socket);
    }
  }

  /** What the platform has decided to do with one request. */
  record Plan(SoakLimiter.Decision limit, Optional<SoakFault> fault) {}

  Plan plan() {
    long number = requests.incrementAndGet();
    SoakLimiter.Decision limit = limiter.decide();
    if (!limit.admits()) {
      refused.increment();
      return new Plan(limit, Optional.empty());
    }
    Optional<SoakFault> fault = faults.at(number);
    fault.ifPresent(this::count);
    return new Plan(limit, fault);
  }

  private void count(SoakFault fault) {
    injectedAdder(fault).increment();
  }

  private LongAdder injectedAdder(SoakFault fault) {
    return injected.getOrDefault(fault, refused);
  }

  /** {@return the run's response as it is now} */
  SoakResponse response(int run) {
    return responses.response(run, SoakRuns.kind(run, polls.get(run)));
  }

  /** Lets a run go on. What never reached the client whole has not been seen, so it does not. */
  void seen(int run) {
    polls.incrementAndGet(run);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + listener.getLocalPort();
  }

  /** {@return how many have come, those refused and met by faults included} */
  long requests() {
    return requests.get();
  }

  /** {@return how many were refused because they were too many} */
  long refused() {
    return refused.sum();
  }

  long injected(SoakFault fault) {
    return injectedAdder(fault).sum();
  }

  @Override
  public void close() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
      threads.shutdownNow();
      if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the server does not end");
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException woken) {
      Thread.currentThread().interrupt();
    }
  }
}
