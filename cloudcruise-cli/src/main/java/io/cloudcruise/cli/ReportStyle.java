package io.cloudcruise.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style sheet of reports, and the policy that allows it and pictures, and nothing else: no
 * script, no frame, no font, no form, and nothing from another place than the page's own.
 */
record ReportStyle(String text) {
  static ReportStyle read() {
    try (InputStream in = ReportStyle.class.getResourceAsStream("report.css")) {
      if (in == null) {
        throw new IllegalStateException("report.css is not in the program");
      }
      return new ReportStyle(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Makes the policy.
   *
   * @param besides whether the page shows pictures and films that lie beside it
   */
  String policy(boolean besides) {
    String media = besides ? "data: 'self'" : "data:";
    return ("default-src 'none'; img-src %s; media-src %s; style-src 'sha256-%s';"
            + " base-uri 'none'; form-action 'none'")
        .formatted(media, media, sha256());
  }

  private String sha256() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
