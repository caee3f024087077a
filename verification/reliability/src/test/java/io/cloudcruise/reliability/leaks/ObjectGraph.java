package io.cloudcruise.reliability.leaks;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * All objects of ours that some objects lead to: by their fields, private ones too, by elements of
 * collections, and, from values, by what public methods without parameters make.
 */
final class ObjectGraph {
  /** These hand out what is kept; they say so. */
  private static final Set<String> HAND_OUT = Set.of("reveal", "text", "asPlain");

  private final Deque<Object> ahead = new ArrayDeque<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Object> seenValues = new HashSet<>();
  private final List<Object> ours = new ArrayList<>();

  private ObjectGraph() {}

  static List<Object> from(Object... roots) {
    ObjectGraph graph = new ObjectGraph();
    Arrays.asList(roots).forEach(graph::meet);
    while (!graph.ahead.isEmpty()) {
      graph.visit(graph.ahead.remove());
    }
    return graph.ours;
  }

  private void meet(Object any) {
    if (any != null && (isValue(any) ? seenValues.add(any) : seen.add(any))) {
      ahead.add(any);
    }
  }

  /** Two that are equal lead to the same; without this, what makes copies would go on for ever. */
  private static boolean isValue(Object any) {
    return OurClasses.isOurs(any.getClass())
        && (any.getClass().isRecord()
            || (any.getClass().getPackageName().endsWith(".model") && !isBuilder(any)));
  }

  private static boolean isBuilder(Object any) {
    return any.getClass().getSimpleName().equals("Builder");
  }

  private void visit(Object any) {
    if (any instanceof Collection<?> many) {
      many.forEach(this::meet);
    } else if (any instanceof Map<?, ?> map) {
      map.keySet().forEach(this::meet);
      map.values().forEach(this::meet);
    } else if (any instanceof Optional<?> perhaps) {
      perhaps.ifPresent(this::meet);
    } else if (any instanceof AtomicReference<?> reference) {
      meet(reference.get());
    } else if (any instanceof Object[] many) {
      Arrays.asList(many).forEach(this::meet);
    }
    if (OurClasses.isOurs(any.getClass())) {
      ours.add(any);
      fields(any);
      if (isValue(any)) {
        accessors(any);
      }
    }
  }

  private void fields(Object any) {
    for (Class<?> type = any.getClass(); OurClasses.isOurs(type); type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          meet(valueOf(field, any));
        }
      }
    }
  }

  private static Object valueOf(Field field, Object any) {
    try {
      return field.get(any);
    } catch (IllegalAccessException impossible) {
      throw new LinkageError(field.toString(), impossible);
    }
  }

  private void accessors(Object any) {
    for (Method method : any.getClass().getMethods()) {
      if (method.getParameterCount() == 0
          && !Modifier.isStatic(method.getModifiers())
          && OurClasses.isOurs(method.getDeclaringClass())
          && !HAND_OUT.contains(method.getName())) {
        method.setAccessible(true);
        meet(valueOf(method, any));
      }
    }
  }

  private static Object valueOf(Method method, Object any) {
    try {
      return method.invoke(any);
    } catch (IllegalAccessException | InvocationTargetException failure) {
      throw new LinkageError(method.toString(), failure);
    }
  }
}
