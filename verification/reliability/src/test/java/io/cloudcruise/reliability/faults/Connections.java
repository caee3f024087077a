package io.cloudcruise.reliability.faults;

import io.cloudcruise.rigs.HostileServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Troubles with getting through to a server at all. */
final class Connections {
  private static final HostileServer.Script NEVER_PLAYED = HostileServer.Peer::hangUp;

  private Connections() {}

  static Trouble refused() {
    HostileServer gone = HostileServer.onRequest(NEVER_PLAYED);
    gone.stop();
    return Trouble.of(gone);
  }

  static Trouble unresolvable() {
    return new Trouble(
        HostileServer.onRequest(NEVER_PLAYED), "https://nowhere.invalid", Optional.empty());
  }

  /** On Linux a listener whose queue is full leaves those who connect without a response. */
  static Trouble deaf() throws IOException {
    HostileServer server = HostileServer.onRequest(NEVER_PLAYED);
    ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    List<Closeable> queue = new ArrayList<>(List.of(listener));
    for (int i = 0; i < 8; i++) {
      SocketChannel channel = SocketChannel.open();
      queue.add(channel);
      channel.configureBlocking(false);
      channel.connect(listener.getLocalSocketAddress());
    }
    String url = "http://127.0.0.1:" + listener.getLocalPort();
    return new Trouble(server, url, Optional.empty(), queue);
  }
}
