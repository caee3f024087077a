package io.cloudcruise.feign;

import static io.cloudcruise.feign.TestRun.adapterTo;
import static io.cloudcruise.feign.TestRun.failure;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudcruise.core.port.RunResultsException;
import io.cloudcruise.core.port.UnavailableException;
import io.cloudcruise.core.port.UnavailableException.Reason;
import io.cloudcruise.rigs.HostileServer;
import io.cloudcruise.rigs.RawResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class FeignRunResultsAdapterProxyTest {

  private static ProxySelector via(HostileServer proxy) {
    return ProxySelector.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()));
  }

  @Test
  void theProxyIsAskedForTheRun() {
    try (var proxy = HostileServer.responding(TestRun.response());
        var adapter = adapterTo("http://127.0.0.1:9").proxy(via(proxy)).build()) {

      assertThat(adapter.find(TestRun.ID)).isPresent();

      assertThat(proxy.requests())
          .singleElement()
          .asString()
          .startsWith("GET http://127.0.0.1:9/run/" + TestRun.ID + " HTTP/1.1\r\n");
    }
  }

  @Test
  void theProxyOfAnEncryptedConnectionSeesNoKey() {
    try (var proxy =
            HostileServer.onRequest(
                peer -> {
                  peer.write(RawResponse.status(502).bytes());
                  peer.hangUp();
                });
        var adapter = adapterTo("https://api.invalid").proxy(via(proxy)).build()) {

      failure(RunResultsException.class, adapter);

      assertThat(proxy.requests())
          .isNotEmpty()
          .allMatch(head -> head.startsWith("CONNECT api.invalid:443 HTTP/1.1\r\n"))
          .noneMatch(head -> head.contains(TestRun.KEY));
    }
  }

  @Test
  void aProxyThatIsNotThere() {
    try (var gone = HostileServer.responding(TestRun.response())) {
      ProxySelector proxy = via(gone);
      gone.stop();
      try (var adapter = adapterTo("http://127.0.0.1:9").proxy(proxy).build()) {
        assertThat(failure(UnavailableException.class, adapter).reason())
            .isEqualTo(Reason.CANNOT_CONNECT);
      }
    }
  }
}
