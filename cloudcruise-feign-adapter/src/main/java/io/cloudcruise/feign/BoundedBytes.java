package io.cloudcruise.feign;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads streams of unknown length without ever holding more than a ceiling. */
final class BoundedBytes {
  private static final int CHUNK = 64 << 10;

  private BoundedBytes() {}

  /**
   * Reads to the end. Chunks are joined only once all is known to fit, so that a stream that never
   * ends costs the ceiling and no more.
   *
   * @return the bytes, or empty if there are more than {@code ceiling}
   */
  static Optional<byte[]> read(InputStream in, int ceiling, Runnable betweenChunks)
      throws IOException {
    List<byte[]> chunks = new ArrayList<>();
    int total = 0;
    while (true) {
      betweenChunks.run();
      byte[] chunk = new byte[(int) Math.min(CHUNK, ceiling - (long) total + 1)];
      int read = in.readNBytes(chunk, 0, chunk.length);
      total += read;
      if (total > ceiling) {
        return Optional.empty();
      }
      chunks.add(chunk);
      if (read < chunk.length) {
        return Optional.of(join(chunks, total));
      }
    }
  }

  private static byte[] join(List<byte[]> chunks, int total) {
    byte[] all = new byte[total];
    int at = 0;
    for (byte[] chunk : chunks) {
      int length = Math.min(chunk.length, total - at);
      System.arraycopy(chunk, 0, all, at, length);
      at += length;
    }
    return all;
  }
}
