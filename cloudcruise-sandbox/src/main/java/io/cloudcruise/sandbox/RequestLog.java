package io.cloudcruise.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Keeps the newest requests. Thread-safe. */
final class RequestLog {

  static final int CAPACITY = 1_000;

  private final Deque<RecordedRequest> newest = new ArrayDeque<>();
  private long count;

  synchronized void add(RecordedRequest request) {
    count++;
    if (newest.size() == CAPACITY) {
      newest.removeFirst();
    }
    newest.addLast(request);
  }

  synchronized long count() {
    return count;
  }

  synchronized List<RecordedRequest> newest() {
    return List.copyOf(newest);
  }
}
