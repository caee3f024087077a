package io.cloudcruise.core.port;

/**
 * Fetches what signed URLs lead to, from the storage that they name.
 *
 * <p>Storage is another party than the platform, and where it is, the platform decides alone. So
 * nothing that authorises goes along with a request, and implementations trust neither the URL nor
 * what it leads to: they speak https, and only with public addresses. One call fetches once: it is
 * neither resumed nor repeated. They are thread-safe, and end promptly when the calling thread is
 * interrupted.
 */
@FunctionalInterface
public interface ArtifactPort {
  /**
   * Fetches an artifact, or the rest of it.
   *
   * @param request says what, from where on, and within which bounds
   * @param receiver takes the bytes as they come, on the calling thread; what it throws, the call
   *     throws
   * @throws ArtifactException if the artifact cannot be had, or not whole
   */
  void fetch(ArtifactRequest request, ArtifactReceiver receiver);
}
