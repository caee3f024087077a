package seeded.cloudcruise.jackson;

import feign.Client;
import java.net.http.HttpClient;

/** Breaks rules on purpose. */
public final class KnowsAnHttpClient {
  private KnowsAnHttpClient() {}

  public static void of(Client feign, HttpClient jdk) {}
}
