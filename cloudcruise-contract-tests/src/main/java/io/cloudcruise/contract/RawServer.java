package io.cloudcruise.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A server on loopback that responds with whatever bytes it is told to, be they HTTP or not. */
final class RawServer implements AutoCloseable {
  private static final long BETWEEN_DRIPS_MILLIS = 50;
  private static final int FLOOD = 8192;

  private final ServerSocket listener;
  private final Function<String, byte[]> responses;
  private final Ending ending;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean deserted;

  /** What follows the response. */
  enum Ending {
    /** The connection ends. */
    CLOSE,
    /** No more, on an open connection. */
    SILENCE,
    /** A byte now and then, for ever. */
    DRIPS,
    /** As many bytes as can be sent, for ever. */
    FLOOD
  }

  /**
   * Starts a server.
   *
   * @param responses makes the response from the head of the request
   */
  RawServer(Function<String, byte[]> responses, Ending ending) {
    this.responses = responses;
    this.ending = ending;
    try {
      listener = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on loopback", e);
    }
    Thread thread = new Thread(this::serve, "contract-raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  private RawServer(String response, Ending ending) {
    this(request -> response.getBytes(StandardCharsets.UTF_8), ending);
  }

  /** Ends the connection after its response. */
  static RawServer responding(String response) {
    return new RawServer(response, Ending.CLOSE);
  }

  /** Sends the beginning of a response, perhaps nothing, and then no more. */
  static RawServer stallingAfter(String beginning) {
    return new RawServer(beginning, Ending.SILENCE);
  }

  URI baseUrl() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  long requests() {
    return requests.size();
  }

  /** The heads of the requests, as they came. */
  List<String> requestHeads() {
    return List.copyOf(requests);
  }

  /** Whether a client has left before the end of what this server had to send. */
  boolean isDeserted() {
    return deserted;
  }

  private void serve() {
    while (!listener.isClosed()) {
      try {
        Socket connection = listener.accept();
        connections.add(connection);
        response(connection);
      } catch (IOException gone) {
        // The client has left, or the server is being closed, which ends the loop.
        deserted = true;
      } catch (InterruptedException nobodyDoes) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void response(Socket connection) throws IOException, InterruptedException {
    String head = head(connection);
    requests.add(head);
    OutputStream out = connection.getOutputStream();
    out.write(responses.apply(head));
    switch (ending) {
      case CLOSE -> connection.close();
      case SILENCE -> {}
      case DRIPS -> drip(out);
      case FLOOD -> flood(out);
    }
  }

  private static String head(Socket connection) throws IOException {
    BufferedReader request =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
    StringBuilder head = new StringBuilder();
    String line = request.readLine();
    while (line != null && !line.isEmpty()) {
      head.append(line).append('\n');
      line = request.readLine();
    }
    return head.toString();
  }

  private void drip(OutputStream out) throws IOException, InterruptedException {
    while (!closed.await(BETWEEN_DRIPS_MILLIS, TimeUnit.MILLISECONDS)) {
      out.write('.');
    }
  }

  private void flood(OutputStream out) throws IOException {
    byte[] piece = new byte[FLOOD];
    while (closed.getCount() > 0) {
      out.write(piece);
    }
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    listener.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
