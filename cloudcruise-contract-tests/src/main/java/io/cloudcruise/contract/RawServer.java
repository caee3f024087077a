package io.cloudcruise.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A server on loopback that answers every request with the same bytes, be they HTTP or not. */
final class RawServer implements AutoCloseable {
  private final ServerSocket listener;
  private final byte[] answer;
  private final boolean staysOpen;
  private final List<Socket> connections = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong requests = new AtomicLong();

  private RawServer(String answer, boolean staysOpen) {
    this.answer = answer.getBytes(StandardCharsets.UTF_8);
    this.staysOpen = staysOpen;
    try {
      listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on loopback", e);
    }
    Thread thread = new Thread(this::serve, "contract-raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Ends the connection after its answer. */
  static RawServer answering(String answer) {
    return new RawServer(answer, false);
  }

  /** Sends the beginning of an answer, perhaps nothing, and then no more. */
  static RawServer stallingAfter(String beginning) {
    return new RawServer(beginning, true);
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  long requests() {
    return requests.get();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try {
        Socket connection = listener.accept();
        connections.add(connection);
        answer(connection);
      } catch (IOException gone) {
        // The client has left, or the server is being closed, which ends the loop.
      }
    }
  }

  private void answer(Socket connection) throws IOException {
    BufferedReader request =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
    String line = request.readLine();
    while (line != null && !line.isEmpty()) {
      line = request.readLine();
    }
    requests.incrementAndGet();
    connection.getOutputStream().write(answer);
    if (!staysOpen) {
      connection.close();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : List.copyOf(connections)) {
      connection.close();
    }
  }
}
