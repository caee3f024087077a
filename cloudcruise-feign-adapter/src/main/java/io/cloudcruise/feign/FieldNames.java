package io.cloudcruise.feign;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The names seen in one object. Almost all objects have few, and comparing a few is faster than
 * hashing them; an object with many, which somebody may send to keep us busy, gets a set.
 */
final class FieldNames {
  private static final int FEW = 32;

  private String[] few = new String[12];
  private int count;
  private @Nullable Set<String> many;

  /** Forgets all, to serve the next object. */
  void clear() {
    count = 0;
    many = null;
  }

  /** Whether the name is new. */
  boolean add(String name) {
    if (many != null) {
      return many.add(name);
    }
    for (int i = 0; i < count; i++) {
      if (few[i].equals(name)) {
        return false;
      }
    }
    append(name);
    return true;
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
