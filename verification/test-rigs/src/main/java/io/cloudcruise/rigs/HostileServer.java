package io.cloudcruise.rigs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.net.ServerSocketFactory;

/** Does on loopback to whoever connects what a test tells it to, down to the single byte. */
public final class HostileServer implements AutoCloseable {
  private static final long MAX_WAIT_SECONDS = 20;

  private final ServerSocket listener;
  private final Script onConnection;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> arrivals = new LinkedBlockingQueue<>();
  private final CountDownLatch clientLeft = new CountDownLatch(1);

  /** What to do to a client. A connection on which it does not hang up goes on. */
  @FunctionalInterface
  public interface Script {
    /** Does it to the client at the other end. */
    void play(Peer peer) throws IOException;
  }

  private HostileServer(ServerSocketFactory sockets, Script onConnection) {
    this.onConnection = onConnection;
    try {
      listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException noPort) {
      throw new UncheckedIOException(noPort);
    }
    inBackground(this::accept);
  }

  /** Plays a script as soon as somebody connects. */
  public static HostileServer onConnection(Script script) {
    return new HostileServer(ServerSocketFactory.getDefault(), script);
  }

  /** Plays a script for each request, when its head has come. */
  public static HostileServer onRequest(Script script) {
    return onRequest(ServerSocketFactory.getDefault(), script);
  }

  /** The same, over sockets of a certain kind, such as those of TLS. */
  public static HostileServer onRequest(ServerSocketFactory sockets, Script script) {
    return new HostileServer(
        sockets,
        peer -> {
          while (peer.hasNextRequest()) {
            script.play(peer);
          }
        });
  }

  /** Gives the same response to every request, and keeps connections open. */
  public static HostileServer responding(RawResponse response) {
    return onRequest(peer -> peer.write(response.bytes()));
  }

  private static void inBackground(Runnable task) {
    Thread thread = new Thread(task, "hostile-server");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        open.add(socket);
        connections.incrementAndGet();
        inBackground(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      onConnection.play(new Peer(socket));
    } catch (IOException gone) {
      clientLeft.countDown();
    }
  }

  /** {@return where to find it, over plain HTTP} */
  public String baseUrl() {
    return "http://127.0.0.1:" + port();
  }

  /** {@return where it listens} */
  public int port() {
    return listener.getLocalPort();
  }

  /** {@return how many have connected so far} */
  public int connections() {
    return connections.get();
  }

  /** {@return request lines with headers, oldest first} */
  public List<String> requests() {
    return heads;
  }

  /** Waits for the next request and returns its head. */
  public String awaitRequest() throws InterruptedException {
    String head = arrivals.poll(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
    if (head == null) {
      throw new AssertionError("no request came");
    }
    return head;
  }

  /** {@return whether a client hangs up within a time that is long for a machine} */
  public boolean seesClientLeave() throws InterruptedException {
    return clientLeft.await(MAX_WAIT_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    stop();
  }

  /** Hangs up on everybody and listens no more. */
  public void stop() {
    try {
      listener.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException neverMind) {
      throw new UncheckedIOException(neverMind);
    }
  }

  /** The client at the other end of one connection. */
  public final class Peer {
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;

    private Peer(Socket socket) throws IOException {
      this.socket = socket;
      in = socket.getInputStream();
      out = socket.getOutputStream();
    }

    private boolean hasNextRequest() throws IOException {
      StringBuilder head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = socket.isClosed() ? -1 : in.read();
        if (next < 0) {
          clientLeft.countDown();
          return false;
        }
        head.append((char) next);
      }
      heads.add(head.toString());
      arrivals.add(head.toString());
      return true;
    }

    /** {@return the last request: its line and headers} */
    public String head() {
      return heads.get(heads.size() - 1);
    }

    /** {@return what the client asked for last: its path and query} */
    public String target() {
      return head().split(" ", 3)[1];
    }

    /** {@return how many requests have come so far, from whomever} */
    public int requests() {
      return heads.size();
    }

    /** {@return where the server listens} */
    public int port() {
      return HostileServer.this.port();
    }

    /** {@return whether nobody has connected since} */
    public boolean isFirst() {
      return connections.get() == 1;
    }

    /** Reads what the client says next, whatever it is. */
    public void readSome() throws IOException {
      if (in.read(new byte[16 << 10]) < 0) {
        throw new IOException("nothing to read");
      }
    }

    /** Writes text, a byte for each character. */
    public void write(String text) throws IOException {
      write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Writes bytes as they are. */
    public void write(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    /** Writes the same byte again and again, slowly, until the client hangs up. */
    public void drip(char what) throws IOException {
      while (!socket.isClosed()) {
        out.write(what);
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      }
    }

    /** Writes the same text again and again, as fast as it goes, until the client hangs up. */
    public void flood(String text) throws IOException {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      while (!socket.isClosed()) {
        out.write(bytes);
      }
    }

    /** Listens for a while to a client that has nothing more to say. */
    public void waitForNothing(Duration span) throws IOException {
      socket.setSoTimeout((int) span.toMillis());
      try {
        in.read();
      } catch (SocketTimeoutException asExpected) {
        socket.setSoTimeout(0);
      }
    }

    /** Does nothing more until the client hangs up. */
    public void stall() throws IOException {
      while (in.read() >= 0) {
        // whatever it says
      }
      throw new IOException("the client hung up");
    }

    /** Ends the connection in good order. */
    public void hangUp() throws IOException {
      socket.close();
    }

    /** Breaks the connection. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }
}
