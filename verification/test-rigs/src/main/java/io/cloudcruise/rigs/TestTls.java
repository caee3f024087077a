package io.cloudcruise.rigs;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate, and what can be made of it. */
public final class TestTls {
  private static final char[] PASSWORD = "changeit".toCharArray();

  private final KeyStore keys;

  private TestTls(KeyStore keys) {
    this.keys = keys;
  }

  /** Has the JDK's own tool make a certificate for a host, which signs itself. */
  public static TestTls certificate(Path folder, String host) throws Exception {
    Path file = newStore(folder);
    generate(file, "test", "-ext", "san=" + host);
    return load(file);
  }

  /** A certificate that was valid in days gone by only, signed by one that is valid. */
  public static TestTls expired(Path folder, String host) throws Exception {
    Path file = newStore(folder);
    generate(file, "authority", "-ext", "bc:critical=ca:true");
    String past = "-startdate -10d -validity 5 -signer authority -ext san=" + host;
    generate(file, "test", past.split(" "));
    return load(file);
  }

  private static Path newStore(Path folder) throws IOException {
    return Files.createTempDirectory(folder, "tls").resolve("keys.p12");
  }

  private static void generate(Path file, String alias, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-genkeypair", "-keyalg", "EC"));
    command.addAll(List.of("-keystore", file.toString(), "-storetype", "PKCS12"));
    command.addAll(List.of("-storepass", String.valueOf(PASSWORD)));
    command.addAll(List.of("-alias", alias, "-dname", "CN=" + alias));
    command.addAll(List.of(options));
    run(command);
  }

  private static TestTls load(Path file) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return new TestTls(keys);
  }

  private static void run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError("keytool made no certificate");
    }
  }

  /** A context that shows the certificate. */
  public SSLContext owner() throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** A context that trusts whoever signed the certificate, and nobody else. */
  public SSLContext believer() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
    trusted.load(null, null);
    Certificate[] chain = keys.getCertificateChain("test");
    trusted.setCertificateEntry("test", chain[chain.length - 1]);
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  /** A server with this certificate that responses every request with some JSON. */
  public Server serve(String json) throws GeneralSecurityException, IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(owner()));
    server.createContext(
        "/",
        exchange -> {
          byte[] body = json.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return new Server(server);
  }

  /** The server, closable. */
  public record Server(HttpsServer server) implements AutoCloseable {
    /** {@return where to find it under one of the host's names} */
    public String url(String host) {
      return "https://" + host + ":" + server.getAddress().getPort();
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
