package io.cloudcruise.reliability.leaks;

import java.util.Map;

/**
 * So many things in one file that look like secrets and are none: one more, or one fewer, has to be
 * looked at by somebody.
 */
record AllowedFinds(String file, String kind, long count) {
  private static final String HEX = "hex key";
  private static final String PASSWORD = "password in a URL";

  /** With why each is fine. */
  static final Map<AllowedFinds, String> ALL =
      Map.ofEntries(
          Map.entry(of("Sandbox.java", HEX, 1), "the sandbox's own, published key"),
          Map.entry(of("edition-2.json", HEX, 1), "looks encrypted, is made up"),
          Map.entry(of("edition-3.json", HEX, 1), "looks encrypted, is made up"),
          Map.entry(of("demo.json", HEX, 4), "looks encrypted, is made up"),
          Map.entry(of("pooled-credentials.json", HEX, 2), "looks encrypted, is made up"),
          Map.entry(of("unknown-fields.json", HEX, 2), "looks encrypted, is made up"),
          Map.entry(of("encrypted.json", HEX, 4), "encrypted with the sandbox's own key"),
          Map.entry(of("vectors.txt", HEX, 16), "keys and ciphertexts made to test the cipher"),
          Map.entry(of("RunDecryptionTest.java", HEX, 4), "counts, and is no ciphertext"),
          Map.entry(of("RunArtifactsTest.java", HEX, 1), "a digest"),
          Map.entry(of("ManifestTest.java", HEX, 1), "a digest"),
          Map.entry(of("ResponseDecoderExactTextTest.java", HEX, 1), "a long number"),
          Map.entry(of("JacksonOutputReaderTest.java", HEX, 1), "a long number"),
          Map.entry(of("RefusedUriTest.java", PASSWORD, 1), "to be refused"),
          Map.entry(of("UrlMaskTest.java", PASSWORD, 1), "to be masked"),
          Map.entry(of("UrlPlaceTest.java", PASSWORD, 1), "to be masked"),
          Map.entry(of("ArbitraryResponses.java", PASSWORD, 1), "one of many odd texts"),
          Map.entry(of("ResponseDecoderInputsTest.java", PASSWORD, 1), "a place for a canary"),
          Map.entry(of("FeignRunResultsAdapterBuilderTest.java", PASSWORD, 1), "to be refused"));

  static AllowedFinds of(String file, String kind, long count) {
    return new AllowedFinds(file, kind, count);
  }
}
