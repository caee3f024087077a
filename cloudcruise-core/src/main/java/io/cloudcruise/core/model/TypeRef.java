package io.cloudcruise.core.model;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;

/**
 * Carries a generic type to run time: {@code new TypeRef<List<Invoice>>() {}}.
 *
 * @param <T> the type carried
 */
public abstract class TypeRef<T> {
  private final Type type;

  /**
   * Captures the type argument of the subclass.
   *
   * @throws IllegalArgumentException if this is no direct subclass, or its type argument is missing
   *     or a type variable
   */
  protected TypeRef() {
    if (getClass().getSuperclass() != TypeRef.class
        || !(getClass().getGenericSuperclass() instanceof ParameterizedType direct)
        || direct.getActualTypeArguments()[0] instanceof TypeVariable<?>) {
      throw new IllegalArgumentException("write new TypeRef<SomeType>() {} with a type argument");
    }
    this.type = direct.getActualTypeArguments()[0];
  }

  /** {@return the type carried} */
  public final Type type() {
    return type;
  }
}
