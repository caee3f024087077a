package io.cloudcruise.rigs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** Everything that an exception may show to anybody. */
public final class Exposure {
  private Exposure() {}

  /** {@return messages, stack traces and serial form of an exception and all that hangs on it} */
  public static String of(Throwable thrown) {
    StringWriter all = new StringWriter();
    thrown.printStackTrace(new PrintWriter(all, true));
    walk(thrown, all, Collections.newSetFromMap(new IdentityHashMap<>()));
    all.append(serialForm(thrown));
    return all.toString();
  }

  private static void walk(Throwable link, StringWriter all, Set<Throwable> seen) {
    if (!seen.add(link)) {
      return;
    }
    all.append(link + "\n" + link.getMessage() + "\n" + link.getLocalizedMessage() + "\n");
    for (Throwable suppressed : link.getSuppressed()) {
      walk(suppressed, all, seen);
    }
    if (link.getCause() != null) {
      walk(link.getCause(), all, seen);
    }
  }

  private static String serialForm(Throwable thrown) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(thrown);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toString(StandardCharsets.ISO_8859_1);
  }
}
