package io.cloudcruise.jackson;

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
  static Optional<byte[]> read(InputStream in, int ceiling, Runnable betweenReads)
      throws IOException {
    List<byte[]> chunks = new ArrayList<>();
    int total = 0;
    while (true) {
      byte[] chunk = new byte[(int) Math.min(CHUNK, ceiling - (long) total + 1)];
      int read = fill(chunk, in, betweenReads);
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

  /** Like {@code readNBytes}, which a source that drips could keep busy past every deadline. */
  private static int fill(byte[] chunk, InputStream in, Runnable betweenReads) throws IOException {
    int filled = 0;
    while (filled < chunk.length) {
      betweenReads.run();
      int read = in.read(chunk, filled, chunk.length - filled);
      if (read < 0) {
        return filled;
      }
      filled += read;
    }
    return filled;
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
