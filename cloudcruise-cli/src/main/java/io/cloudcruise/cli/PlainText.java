package io.cloudcruise.cli;

import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a plain Java value on one line, as far as there is room. */
final class PlainText {
  private final StringBuilder text = new StringBuilder();
  private final int most;

  private PlainText(int most) {
    this.most = most;
  }

  /** {@return the value in a short spelling of JSON; cut off soon after so many characters} */
  static String of(@Nullable Object value, int most) {
    PlainText writer = new PlainText(most);
    writer.write(value);
    return writer.text.toString();
  }

  private boolean isFull() {
    return text.length() > most;
  }

  private void write(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      object(map);
    } else if (value instanceof Collection<?> list) {
      list(list);
    } else {
      String scalar = String.valueOf(value);
      text.append(scalar, 0, Math.min(scalar.length(), most + 1));
    }
  }

  private void object(Map<?, ?> map) {
    text.append('{');
    Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
    while (entries.hasNext() && !isFull()) {
      Map.Entry<?, ?> entry = entries.next();
      text.append(entry.getKey()).append(": ");
      write(entry.getValue());
      text.append(entries.hasNext() ? ", " : "");
    }
    text.append('}');
  }

  private void list(Collection<?> list) {
    text.append('[');
    Iterator<?> elements = list.iterator();
    while (elements.hasNext() && !isFull()) {
      write(elements.next());
      text.append(elements.hasNext() ? ", " : "");
    }
    text.append(']');
  }
}
