package seeded.cloudcruise.sources.undocumented;

// Breaks rules on purpose. This is no Javadoc.
public abstract class Bare {
  public static final int FIELD = 1;

  public Bare() {}

  protected abstract void method();

  @Override
  public String toString() {
    return "";
  }

  void hidden() {}

  public enum Nested {
    CONSTANT
  }

  public interface Implied {
    void member();
  }

  /** Does not speak for a constructor that has other parameters. */
  public record Pair(int left, int right) {
    public Pair(int both) {
      this(both, both);
    }
  }

  static final class Hidden {
    public static final int FIELD = 1;
  }
}
