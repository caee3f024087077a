package io.cloudcruise.jackson;

import com.fasterxml.jackson.core.StreamReadConstraints;

/** How much of a response is taken in before it is refused. */
record Limits(int responseBytes, int errorBytes, int jsonDepth, int stringLength, long tokens) {
  static final Limits DEFAULT = new Limits(64 << 20, 64 << 10, 100, 16 << 20, 20_000_000);

  /** What an array can surely hold. */
  private static final int MOST_BYTES = 1 << 30;

  /** Numbers are taken exactly, so their length is what parsing them costs. */
  private static final int NUMBER_LENGTH = 10_000;

  Limits {
    requirePositive(responseBytes, "the ceiling on a response's bytes");
    requirePositive(errorBytes, "the ceiling on an error body's bytes");
    requirePositive(jsonDepth, "the ceiling on JSON depth");
    requirePositive(stringLength, "the ceiling on string length");
    requirePositive(tokens, "the ceiling on tokens");
    if (Math.max(responseBytes, errorBytes) > MOST_BYTES) {
      throw new IllegalArgumentException("a ceiling on bytes must be at most " + MOST_BYTES);
    }
  }

  private static void requirePositive(long value, String what) {
    if (value <= 0) {
      throw new IllegalArgumentException(what + " must be positive, is " + value);
    }
  }

  StreamReadConstraints constraints() {
    return StreamReadConstraints.builder()
        .maxNestingDepth(jsonDepth)
        .maxStringLength(stringLength)
        .maxNumberLength(NUMBER_LENGTH)
        .maxTokenCount(tokens)
        .build();
  }
}
