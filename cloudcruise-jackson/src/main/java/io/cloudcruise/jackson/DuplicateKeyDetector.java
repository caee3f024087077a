package io.cloudcruise.jackson;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names seen in one object. Almost all objects have few, and comparing a few is faster than
 * hashing them; an object with many, which somebody may send to keep us busy, gets a set.
 */
final class DuplicateKeyDetector {
  private static final int FEW = 32;

  private String[] few = new String[12];
  private int count;

  /** A bit for each hash modulo 64: a name whose bit is not set is new, without comparing it. */
  private long hashes;

  private @Nullable Set<String> many;

  /** Forgets all, to serve the next object. */
  void clear() {
    count = 0;
    hashes = 0;
    many = null;
  }

  /** Whether the name is new. */
  boolean add(String name) {
    if (many != null) {
      return many.add(name);
    }
    long bit = 1L << name.hashCode();
    if ((hashes & bit) != 0 && isAmongFew(name)) {
      return false;
    }
    hashes |= bit;
    append(name);
    return true;
  }

  private boolean isAmongFew(String name) {
    for (int i = 0; i < count; i++) {
      if (few[i].equals(name)) {
        return true;
      }
    }
    return false;
  }

  private void append(String name) {
    if (count == FEW) {
      many = new HashSet<>(Arrays.asList(few).subList(0, count));
      many.add(name);
      return;
    }
    if (count == few.length) {
      few = Arrays.copyOf(few, Math.min(FEW, count * 2));
    }
    few[count++] = name;
  }
}
