package io.cloudcruise.reliability;

import io.cloudcruise.core.model.SessionId;
import io.cloudcruise.core.port.DeadlineExceededException;
import io.cloudcruise.core.port.RateLimitedException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UnavailableException.Reason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What came of the attempts, looks and waits of a soak. Thread-safe. */
final class SoakTally {
  private static final int EXAMPLES = 10;

  /** A platform that is up and trusted can be unavailable for these reasons only. */
  private static final Set<Reason> EXPECTED =
      EnumSet.of(Reason.SERVER_ERROR, Reason.CONNECTION_LOST, Reason.CANNOT_CONNECT);

  final LongAdder attempts = new LongAdder();
  final LongAdder right = new LongAdder();
  final LongAdder wrong = new LongAdder();
  final LongAdder polls = new LongAdder();
  final LongAdder pollsRefused = new LongAdder();
  final LongAdder waits = new LongAdder();
  final LongAdder unexpected = new LongAdder();
  private final Map<String, LongAdder> exceptions = new ConcurrentHashMap<>();
  private final Queue<String> troubles = new ConcurrentLinkedQueue<>();

  /** Counts what an attempt threw, and takes note if none of the faults may end in it. */
  void threw(RuntimeException thrown) {
    exceptions.computeIfAbsent(kind(thrown), kind -> new LongAdder()).increment();
    if (!isExpected(thrown)) {
      unexpected("an attempt ended in " + kind(thrown));
    }
  }

  private static boolean isExpected(RuntimeException thrown) {
    return thrown instanceof RateLimitedException
        || thrown instanceof DeadlineExceededException
        || (thrown instanceof UnavailableException unavailable
            && EXPECTED.contains(unavailable.reason()));
  }

  private static String kind(RuntimeException thrown) {
    String type = thrown.getClass().getSimpleName();
    if (thrown instanceof UnavailableException unavailable) {
      return type + ", " + unavailable.reason();
    }
    return thrown instanceof DeadlineExceededException late ? type + ", " + late.phase() : type;
  }

  void responded(SessionId asked, boolean rightly) {
    if (rightly) {
      right.increment();
    } else {
      wrong.increment();
      note("a wrong response for " + asked);
    }
  }

  /** Takes note of an end that no wait may have. */
  void unexpected(String what) {
    unexpected.increment();
    note(what);
  }

  private void note(String trouble) {
    if (troubles.size() < EXAMPLES) {
      troubles.add(trouble);
    }
  }

  /** {@return how often attempts ended in each exception, by its type and reason} */
  SortedMap<String, Long> exceptions() {
    SortedMap<String, Long> counts = new TreeMap<>();
    exceptions.forEach((kind, count) -> counts.put(kind, count.sum()));
    return counts;
  }

  /** {@return what must not have happened; the first few, if it happened often} */
  List<String> problems() {
    return new ArrayList<>(troubles);
  }
}
