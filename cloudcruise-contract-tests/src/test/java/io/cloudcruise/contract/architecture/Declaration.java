package io.cloudcruise.contract.architecture;

/**
 * Something that other code can name.
 *
 * @param name with all that is around it below the package, as in {@code Outer.Inner.method()}
 * @param place file and line
 */
record Declaration(Kind kind, String name, String place, boolean hasJavadoc) {
  enum Kind {
    TYPE,
    METHOD,
    FIELD
  }
}
