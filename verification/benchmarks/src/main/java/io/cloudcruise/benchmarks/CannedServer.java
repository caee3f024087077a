package io.cloudcruise.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Gives every request the same response, in one write, for as long as the connection lasts. */
final class CannedServer implements AutoCloseable {
  private static final int END_OF_HEAD = ('\r' << 24) | ('\n' << 16) | ('\r' << 8) | '\n';

  private final ServerSocket socket;
  private volatile byte[] response = {};

  private CannedServer(ServerSocket socket) {
    this.socket = socket;
  }

  static CannedServer start() {
    try {
      CannedServer server =
          new CannedServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
      daemon(server::accept);
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "canned-server");
    thread.setDaemon(true);
    thread.start();
  }

  String baseUrl() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  void responseWith(byte[] body) {
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] whole = new byte[head.length + body.length];
    System.arraycopy(head, 0, whole, 0, head.length);
    System.arraycopy(body, 0, whole, head.length, body.length);
    response = whole;
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        daemon(() -> serve(connection));
      }
    } catch (IOException closed) {
      // the benchmark is over
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream());
      while (passRequest(in)) {
        connection.getOutputStream().write(response);
      }
    } catch (IOException gone) {
      // the client has hung up
    }
  }

  /** Reads up to the empty line that ends a GET; false if the client hung up instead. */
  private static boolean passRequest(InputStream in) throws IOException {
    int lastFour = 0;
    while (lastFour != END_OF_HEAD) {
      int next = in.read();
      if (next < 0) {
        return false;
      }
      lastFour = (lastFour << 8) | next;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
