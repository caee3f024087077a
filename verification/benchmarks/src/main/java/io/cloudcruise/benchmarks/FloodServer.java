package io.cloudcruise.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Answers every connection with so many bytes, out of memory and as fast as they are taken. */
final class FloodServer implements AutoCloseable {
  private static final int PIECE = 1 << 20;

  private final ServerSocketChannel listener;
  private final long size;
  private final ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);

  private FloodServer(ServerSocketChannel listener, long size) {
    this.listener = listener;
    this.size = size;
    byte[] noise = new byte[PIECE];
    new Random(1).nextBytes(noise);
    piece.put(noise).flip();
  }

  static FloodServer of(long size) {
    try {
      ServerSocketChannel listener =
          ServerSocketChannel.open()
              .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      FloodServer server = new FloodServer(listener, size);
      Thread thread = new Thread(server::serve, "flood-server");
      thread.setDaemon(true);
      thread.start();
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  String url() {
    return "http://127.0.0.1:" + listener.socket().getLocalPort() + "/artifact";
  }

  /** One client at a time. */
  private void serve() {
    while (listener.isOpen()) {
      try (SocketChannel client = listener.accept()) {
        response(client);
      } catch (IOException gone) {
        // the client or this server, and either is fine
      }
    }
  }

  private void response(SocketChannel client) throws IOException {
    client.read(ByteBuffer.allocate(PIECE)); // a request, and it is small
    String head = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + size + "\r\n\r\n";
    client.write(ByteBuffer.wrap(head.getBytes(StandardCharsets.US_ASCII)));
    for (long left = size; left > 0; ) {
      ByteBuffer next = piece.duplicate().limit((int) Math.min(PIECE, left));
      while (next.hasRemaining()) {
        left -= client.write(next);
      }
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
