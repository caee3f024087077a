package seeded.cloudcruise.sources.undocumented;

/**
 * Breaks no rule: what there is to say of the compact constructor is said here.
 *
 * @param size in bytes
 */
public record Documented(int size) {
  public Documented {
    size = Math.max(size, 0);
  }
}
