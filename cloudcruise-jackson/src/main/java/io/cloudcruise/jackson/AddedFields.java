package io.cloudcruise.jackson;

import java.util.Set;

/**
 * Names of fields that {@link RunResultsJson} adds to an object. A field of the platform that has
 * one of these names is written with a dollar sign before it, and read without: nothing is lost.
 *
 * @param names the names
 */
record AddedFields(Set<String> names) {
  static final AddedFields NONE = new AddedFields(Set.of());
  static final AddedFields IN_RUN =
      new AddedFields(Set.of(FieldNames.WRITTEN_BY, FieldNames.OUTCOME));
  static final AddedFields IN_ERROR =
      new AddedFields(Set.of(FieldNames.RECOVERED, FieldNames.ADVICE));

  private static final String ESCAPE = "$";

  boolean contains(String name) {
    return names.contains(name);
  }

  /** {@return what to call a field of the platform} */
  String escaped(String name) {
    return isAmbiguous(name) ? ESCAPE + name : name;
  }

  /** {@return what the platform called a field that is none of those added} */
  String unescaped(String name) {
    return isAmbiguous(name) ? name.substring(ESCAPE.length()) : name;
  }

  /** Whether a name is one of these, after any number of dollar signs. */
  private boolean isAmbiguous(String name) {
    return names.contains(name)
        || (name.startsWith(ESCAPE) && isAmbiguous(name.substring(ESCAPE.length())));
  }
}
