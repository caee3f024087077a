package io.cloudcruise.contract.architecture;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Changes one class of the model as a later release may: patches are made on the source's text, at
 * places that every such class has exactly once.
 *
 * @param file the source file, below the root of all sources
 * @param type the class's simple name; that of the file, or of a class nested in it
 * @param component one of its components, which is not an interface's
 */
record ModelPatch(String file, String type, String component) {
  private static final String GONE = "gone";

  /** {@return the source with one optional component more} */
  String grown(String source) {
    return isNested() ? grownOutcome(source) : grownValue(source);
  }

  /** {@return the source without the component, as far as callers can see} */
  String shrunk(String source) {
    int start = isNested() ? source.indexOf("  final class " + type + " ") : 0;
    int end = isNested() ? source.indexOf("\n  }\n", start) : source.length();
    String renamed = source.substring(start, end).replaceAll("\\b" + component + "\\(", GONE + "(");
    Matcher visible = Pattern.compile("public (.+ " + GONE + "\\()").matcher(renamed);
    if (!visible.find()) {
      throw new IllegalStateException(this + " has nothing to remove");
    }
    return source.substring(0, start) + visible.replaceAll("private $1") + source.substring(end);
  }

  private boolean isNested() {
    return !file.endsWith("/" + type + ".java");
  }

  private String grownOutcome(String source) {
    String head = "  final class " + type + " implements ";
    int body = source.indexOf("{\n", only(source, head)) + 2;
    return insert(
        source,
        body,
        """
            private final java.util.Optional<String> added = java.util.Optional.empty();
            public java.util.Optional<String> added() { return added; }
        """);
  }

  private String grownValue(String source) {
    String grown = after(source, "  public static final class Builder {\n", IN_BUILDER);
    grown = after(grown, "  private " + type + "(Builder ", ") {\n", "added = $.added;\n");
    grown = after(grown, "    private Builder(" + type + " ", ") {\n", "added = $.added;\n");
    grown = after(grown, "    return Arrays.asList(", "added, ");
    return after(grown, "public final class " + type, "{\n", IN_VALUE);
  }

  private static final String IN_VALUE =
      """
        private final @Nullable String added;
        public java.util.Optional<String> added() { return java.util.Optional.ofNullable(added); }
      """;

  private static final String IN_BUILDER =
      """
          private @Nullable String added;
          public Builder added(@Nullable String value) { added = value; return this; }
      """;

  private static String after(String source, String anchor, String text) {
    return insert(source, only(source, anchor) + anchor.length(), text);
  }

  /** Inserts after what opens the body; a dollar is the name of the parameter. */
  private static String after(String source, String head, String open, String text) {
    int name = only(source, head) + head.length();
    int body = source.indexOf(open, name);
    return insert(source, body + open.length(), text.replace("$", source.substring(name, body)));
  }

  private static String insert(String source, int place, String text) {
    return source.substring(0, place) + text + source.substring(place);
  }

  private static int only(String source, String anchor) {
    int place = source.indexOf(anchor);
    if (place < 0 || source.indexOf(anchor, place + 1) >= 0) {
      throw new IllegalStateException("not exactly once: " + anchor);
    }
    return place;
  }
}
