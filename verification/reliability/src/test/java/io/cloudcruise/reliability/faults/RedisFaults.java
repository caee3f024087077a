package io.cloudcruise.reliability.faults;

import static io.cloudcruise.reliability.faults.Expected.atOnce;

import io.cloudcruise.core.ratelimit.RateWindow;
import io.cloudcruise.redis.RedisRateLimiter;
import io.cloudcruise.rigs.HostileServer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What may happen to a process that shares a rate limiter through Redis, as one of two. */
final class RedisFaults {
  private static final int REQUESTS = 10;
  private static final List<RateWindow> WINDOWS =
      List.of(new RateWindow(REQUESTS, Duration.ofMinutes(10)));

  /** A budget never throws: without Redis it grants this process's half, and no more. */
  private static final Expected OWN_SHARE = atOnce("its own share of 5", Again.NO).after(0);

  private RedisFaults() {}

  static Stream<Row> rows() {
    return Stream.of(
        row("connection refused", Connections::refused),
        row("closed on accept", Trouble.onConnection(HostileServer.Peer::hangUp)),
        row("stalled on accept", Trouble.onConnection(HostileServer.Peer::stall)),
        row("reset after the first command", responding("", HostileServer.Peer::reset)),
        row("speaks HTTP", responding("HTTP/1.1 400 canary\r\n\r\n", HostileServer.Peer::stall)),
        row("wants a password", responding("-NOAUTH canary\r\n", HostileServer.Peer::stall)),
        row("is still loading", responding("-LOADING canary\r\n", HostileServer.Peer::stall)),
        row("is out of memory", responding("-OOM canary\r\n", HostileServer.Peer::stall)),
        row("a negative length", responding("$-5\r\n", HostileServer.Peer::stall)),
        row(
            "a length of 20 digits",
            responding("$" + "9".repeat(20) + "\r\n", HostileServer.Peer::stall)),
        row("a response without end", responding("$99\r\n", peer -> peer.flood("canary"))));
  }

  /** Answers the first commands so, whatever they are. */
  private static Trouble.Source responding(String response, HostileServer.Script then) {
    return Trouble.onConnection(
        peer -> {
          peer.readSome();
          peer.write(response);
          then.play(peer);
        });
  }

  private static Row row(String fault, Trouble.Source source) {
    return new Row("shared budget", "Redis: " + fault, OWN_SHARE, within -> observe(source));
  }

  private static Observed observe(Trouble.Source source) throws Exception {
    try (Trouble trouble = source.make()) {
      URI redis = URI.create("redis://user:canary@127.0.0.1:" + trouble.server().port());
      Ending ending = Ending.of(() -> granted(redis));
      return new Observed(ending.words(), ending.took(), trouble.requests(), Again.NO);
    }
  }

  private static String granted(URI redis) {
    try (var limiter = RedisRateLimiter.builder(redis, "faults", 2).windows(WINDOWS).build()) {
      long grants =
          IntStream.range(0, REQUESTS).filter(i -> limiter.tryAcquire().isGranted()).count();
      return "its own share of " + grants;
    }
  }
}
