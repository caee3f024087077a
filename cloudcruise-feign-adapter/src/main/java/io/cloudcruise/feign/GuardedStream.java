package io.cloudcruise.feign;

import feign.Response;
import io.cloudcruise.http.internal.CustomClientException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The body that a client of the caller's hands over, opened when it is first read. Its every
 * failure is one of the transport, save that to close it: what has been read by then is whole.
 */
final class GuardedStream extends InputStream {
  private final Response.@Nullable Body body;
  private @Nullable InputStream in;

  /**
   * Wraps a body.
   *
   * @param body null for none
   */
  GuardedStream(Response.@Nullable Body body) {
    this.body = body;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    try {
      return open().read(buffer, offset, length);
    } catch (IOException | RuntimeException failure) {
      throw new CustomClientException(failure);
    }
  }

  private InputStream open() throws IOException {
    if (in == null) {
      in = body == null ? InputStream.nullInputStream() : body.asInputStream();
    }
    return in;
  }

  @Override
  public void close() {
    try {
      if (in != null) {
        in.close();
      }
    } catch (IOException | RuntimeException unimportant) {
      // nothing more is expected of it
    }
  }
}
