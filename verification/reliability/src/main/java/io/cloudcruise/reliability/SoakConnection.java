package io.cloudcruise.reliability;

import io.cloudcruise.rigs.RawResponse;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One client's connection. It lasts until one side hangs up. */
final class SoakConnection {
  /** Where artifacts are, which meet neither limit nor fault. */
  static final String FILES = "/file/";

  /** Less than the shortest body. */
  private static final int REST = 100;

  private static final int MAX_HEAD = 4_096;
  private static final long SLOWNESS = TimeUnit.MILLISECONDS.toNanos(10);

  /** In seconds. It is short, because an error response holds back all who share the key. */
  private static final String RETRY_AFTER = "0.005";

  private final SoakServer server;
  private final Socket socket;
  private final InputStream in;
  private final OutputStream out;

  SoakConnection(SoakServer server, Socket socket) throws IOException {
    this.server = server;
    this.socket = socket;
    socket.setTcpNoDelay(true);
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  void serve() throws IOException {
    for (String head = head(); !head.isEmpty(); head = head()) {
      String target = head.split(" ", 3)[1];
      if (target.startsWith(FILES)) {
        out.write(RawResponse.status(200).body(target).bytes());
      } else {
        response(SoakRuns.run(target.substring("/run/".length())), server.plan());
      }
    }
  }

  /** Reads up to the empty line that ends a GET; empty if the client hung up instead. */
  private String head() throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) < 0) {
      int next = in.read();
      if (next < 0 || head.length() == MAX_HEAD) {
        return "";
      }
      head.append((char) next);
    }
    return head.toString();
  }

  private void response(int run, SoakServer.Plan plan) throws IOException {
    if (!plan.limit().admits()) {
      refuse(429, Long.toString(plan.limit().resetSeconds()));
    } else if (plan.fault().isPresent()) {
      fail(plan.fault().get(), run, plan.limit());
    } else {
      out.write(server.response(run).bytes(plan.limit()));
      server.seen(run);
    }
  }

  private void fail(SoakFault fault, int run, SoakLimiter.Decision limit) throws IOException {
    switch (fault) {
      case RATE_LIMITED -> refuse(429, RETRY_AFTER);
      case UNAVAILABLE -> refuse(503, RETRY_AFTER);
      case SERVER_ERROR -> out.write(failure(500).bytes());
      case BAD_GATEWAY -> out.write(failure(502).bytes());
      case GATEWAY_PAGE -> out.write(page(run % 2 == 0 ? 502 : 503));
      case RESET_BEFORE -> reset();
      case RESET_INSIDE -> {
        half(server.response(run).bytes(limit));
        reset();
      }
      case TRUNCATED -> {
        half(server.response(run).bytes(limit));
        socket.close();
      }
      case STALL_BEFORE -> stall();
      case STALL_INSIDE -> {
        half(server.response(run).bytes(limit));
        stall();
      }
      case SLOW -> slowly(run, limit);
    }
  }

  private void refuse(int status, String retryAfter) throws IOException {
    out.write(failure(status).header("Retry-After", retryAfter).bytes());
  }

  private static RawResponse failure(int status) {
    return RawResponse.status(status)
        .header("Content-Type", "application/json")
        .body("{\"statusCode\":" + status + "}");
  }

  private static byte[] page(int status) {
    return RawResponse.status(status)
        .header("Content-Type", "text/html")
        .body("<html><body><h1>" + status + " Bad Gateway</h1></body></html>")
        .bytes();
  }

  /** Writes the head, and some of the body. */
  private void half(byte[] whole) throws IOException {
    out.write(whole, 0, whole.length - REST);
  }

  private void slowly(int run, SoakLimiter.Decision limit) throws IOException {
    byte[] whole = server.response(run).bytes(limit);
    LockSupport.parkNanos(SLOWNESS);
    half(whole);
    LockSupport.parkNanos(SLOWNESS);
    out.write(whole, whole.length - REST, REST);
    server.seen(run);
  }

  private void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Says nothing more until the client hangs up. */
  private void stall() throws IOException {
    while (in.read() >= 0) {
      // whatever it says
    }
    throw new IOException("the client hung up");
  }
}
