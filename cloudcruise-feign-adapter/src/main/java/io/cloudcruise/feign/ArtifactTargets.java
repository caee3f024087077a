package io.cloudcruise.feign;

import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides where artifacts may be fetched from, for a URL is whatever the platform, or somebody in
 * its name, says: https, on its usual port, from public addresses.
 *
 * <p>The name is looked up here and once more by the JDK's client. Between the two stands the JVM's
 * cache of addresses, which keeps an answer for 30 seconds unless it was told otherwise.
 */
final class ArtifactTargets {
  private static final int HTTPS_PORT = 443;

  /** What storage leaves unescaped in URLs, and {@link URI} does not take. */
  private static final Pattern UNESCAPED = Pattern.compile("[ \"<>\\\\^`{|}]|%(?![0-9A-Fa-f]{2})");

  private final boolean loopback;
  private final boolean privateNetwork;
  private final Resolver resolver;
  private final ProxySelector proxies;

  /** Looks names up. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] addressesOf(String host) throws UnknownHostException;
  }

  /**
   * Decides by what is configured.
   *
   * @param loopback whether loopback is fine, and http on it
   * @param privateNetwork whether addresses that are not public are, and any port
   */
  ArtifactTargets(
      boolean loopback, boolean privateNetwork, Resolver resolver, ProxySelector proxies) {
    this.loopback = loopback;
    this.privateNetwork = privateNetwork;
    this.resolver = resolver;
    this.proxies = proxies;
  }

  /** {@return where a URL leads, if that is fine} */
  URI first(SignedUrl url) {
    URI target = parsed(url, url.reveal());
    checkScheme(url, target);
    return checked(url, target);
  }

  /** {@return where a redirect leads, if that is fine} */
  URI next(SignedUrl url, URI from, String location) {
    URI target = from.resolve(parsed(url, location));
    if (!isHttps(from) || !isHttps(target)) {
      throw unsafe(url, "it redirects, and not from https to https");
    }
    return checked(url, target);
  }

  private static URI parsed(SignedUrl url, String text) {
    Matcher unescaped = UNESCAPED.matcher(text.strip());
    String escaped =
        unescaped.replaceAll(
            match -> "%" + String.format(Locale.ROOT, "%02X", (int) match.group().charAt(0)));
    try {
      return new URI(new URI(escaped).toASCIIString());
    } catch (URISyntaxException quotesTheUrl) {
      throw unsafe(url, "it is no URL");
    }
  }

  private void checkScheme(SignedUrl url, URI target) {
    boolean http = loopback && "http".equalsIgnoreCase(target.getScheme());
    if (!isHttps(target) && !http) {
      throw unsafe(url, "it is not https");
    }
  }

  private static boolean isHttps(URI target) {
    return "https".equalsIgnoreCase(target.getScheme());
  }

  private URI checked(SignedUrl url, URI target) {
    if (target.getHost() == null) {
      throw unsafe(url, "it names no host");
    }
    if (target.getRawUserInfo() != null) {
      throw unsafe(url, "it holds a user name or password");
    }
    for (InetAddress address : addresses(url, target)) {
      checkAddress(url, target, address);
    }
    return target;
  }

  private void checkAddress(SignedUrl url, URI target, InetAddress address) {
    if (loopback && address.isLoopbackAddress()) {
      return;
    }
    if (!isHttps(target)) {
      throw unsafe(url, "it is not https");
    }
    if (!privateNetwork && !Addresses.isPublic(address)) {
      throw unsafe(url, "its host has an address that is not public");
    }
    if (!privateNetwork && target.getPort() != -1 && target.getPort() != HTTPS_PORT) {
      throw unsafe(url, "its port is not that of https");
    }
  }

  private List<InetAddress> addresses(SignedUrl url, URI target) {
    try {
      return List.of(resolver.addressesOf(target.getHost()));
    } catch (UnknownHostException unknown) {
      if (isProxied(target)) {
        return List.of(); // only the proxy knows, and decides
      }
      throw new ArtifactException(
          Reason.UNREACHABLE, url, "its host is unknown", Faults.harmless(unknown));
    }
  }

  private boolean isProxied(URI target) {
    return proxies.select(target).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
  }

  static ArtifactException unsafe(SignedUrl url, String why) {
    return new ArtifactException(Reason.UNSAFE, url, why, null);
  }
}
