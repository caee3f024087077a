package io.cloudcruise.reliability;

import io.cloudcruise.reliability.SoakFigures.Opened;
import io.cloudcruise.reliability.SoakFigures.Served;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Waits for runs by the thousand, at a platform that has its troubles, and counts what comes. */
final class Soak {
  private final SoakSettings settings;
  final SoakTally tally = new SoakTally();
  private final SoakProbe probe;

  Soak(SoakSettings settings, SoakRuns runs) {
    this.settings = settings;
    this.probe = new SoakProbe(runs, tally);
  }

  /**
   * Runs it.
   *
   * @param sent what the platform sends, which should be what is expected
   */
  SoakFigures run(SoakServer.Answers sent) throws InterruptedException {
    Resources before = Resources.idle();
    Opened opened = open(sent);
    return new SoakFigures(settings, tally, opened, before, Resources.settled(before));
  }

  Opened open(SoakServer.Answers sent) throws InterruptedException {
    try (SoakServer server = SoakServer.start(sent, settings);
        SoakStack stack = SoakStack.overHttp(server.baseUrl(), settings, probe)) {
      SoakCallers callers = new SoakCallers(stack, probe, tally, settings);
      long start = System.nanoTime();
      callers.untilRetrieved(settings.retrievals() / 10);
      Resources early = Resources.now();
      callers.untilRetrieved(settings.retrievals());
      Duration duration = Duration.ofNanos(System.nanoTime() - start);
      return new Opened(early, Resources.now(), duration, counts(server));
    }
  }

  private static Served counts(SoakServer server) {
    Map<SoakFault, Long> injected = new EnumMap<>(SoakFault.class);
    for (SoakFault fault : SoakFault.values()) {
      injected.put(fault, server.injected(fault));
    }
    return new Served(server.requests(), server.refused(), injected);
  }
}
