package io.cloudcruise.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs the URLs of artifacts, and knows its own signature again. */
final class ArtifactUrls {

  static final String PATH = "/artifacts/";

  // Not random, so that a run reads the same on every sandbox that listens on the same port.
  private static final SecretKeySpec SIGNING_KEY =
      new SecretKeySpec("sandbox artifacts".getBytes(UTF_8), "HmacSHA256");

  private final URI baseUrl;

  ArtifactUrls(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  String sign(String sessionId, String artifact, Instant expires) {
    String path = PATH + sessionId + "/" + artifact;
    String second = Long.toString(expires.getEpochSecond());
    return baseUrl + path + "?token=" + token(path, second) + "&expires=" + second;
  }

  boolean isGenuine(String path, String expires, String token) {
    return MessageDigest.isEqual(token(path, expires).getBytes(UTF_8), token.getBytes(UTF_8));
  }

  private static String token(String path, String expires) {
    try {
      Mac mac = Mac.getInstance(SIGNING_KEY.getAlgorithm());
      mac.init(SIGNING_KEY);
      byte[] signature = mac.doFinal((path + "\n" + expires).getBytes(UTF_8));
      return HexFormat.of().formatHex(signature, 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
