package io.cloudcruise.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cloudcruise.core.model.SignedUrl;
import io.cloudcruise.core.port.ArtifactException;
import io.cloudcruise.core.port.ArtifactException.Reason;
import io.cloudcruise.http.internal.BaseUrl;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decides where artifacts may be fetched from, for a URL is whatever the platform, or somebody in
 * its name, says: https, on its usual port, from public addresses.
 *
 * <p>A name is looked up for these checks, and once more by the JDK's client, which cannot be told
 * an address. Should the response change in between, whoever is connected to still has to show a
 * certificate for that name before anything is asked. Http has nothing like that, and is spoken
 * only with hosts that are loopback by their spelling.
 */
final class UrlPolicy {
  private static final int HTTPS_PORT = 443;

  private static final int HIGHEST_PORT = 65_535;

  private static final Pattern PARTS =
      Pattern.compile("(?<authority>([A-Za-z][A-Za-z0-9+.-]*:)?(//[^/?#]*)?)(?<rest>.*)");

  /** What storage leaves unescaped in paths and queries, and {@link URI} does not take. */
  private static final Pattern UNESCAPED =
      Pattern.compile("[^\\x00-\\x7f]+|[ \"<>\\[\\\\\\]^`{|}]|%(?![0-9A-Fa-f]{2})");

  /** What some read as an address, and others as another one. */
  private static final Pattern NUMBERS = Pattern.compile("(0[Xx][0-9A-Fa-f]*|[0-9.])+");

  private static final Pattern PLAIN_IPV4 =
      Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

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
  UrlPolicy(boolean loopback, boolean privateNetwork, Resolver resolver, ProxySelector proxies) {
    this.loopback = loopback;
    this.privateNetwork = privateNetwork;
    this.resolver = resolver;
    this.proxies = proxies;
  }

  /** {@return where a URL leads, if that is fine but for its addresses} */
  URI first(SignedUrl url) {
    URI target = parsed(url, url.reveal());
    if (!isHttps(target) && !isHttpOnLoopback(target)) {
      throw unsafe(url, "it is not https");
    }
    return checked(url, target);
  }

  /** {@return where a redirect leads, if that is fine but for its addresses} */
  URI next(SignedUrl url, URI from, String location) {
    URI target = from.resolve(parsed(url, location));
    if (!isHttps(from) || !isHttps(target)) {
      throw unsafe(url, "it redirects, and not from https to https");
    }
    return checked(url, target);
  }

  private static URI parsed(SignedUrl url, String text) {
    Matcher parts = PARTS.matcher(text.strip());
    try {
      if (parts.matches()) {
        return new URI(parts.group("authority") + escaped(parts.group("rest")));
      }
    } catch (URISyntaxException quotesTheUrl) {
      // says no more than this
    }
    throw unsafe(url, "it is no URL");
  }

  private static String escaped(String rest) {
    return UNESCAPED.matcher(rest).replaceAll(match -> escapes(match.group()));
  }

  private static String escapes(String text) {
    return "%" + HexFormat.ofDelimiter("%").withUpperCase().formatHex(text.getBytes(UTF_8));
  }

  /** Http would show a name's changed mind: nobody has to prove who they are. */
  private boolean isHttpOnLoopback(URI target) {
    return loopback
        && "http".equalsIgnoreCase(target.getScheme())
        && target.getHost() != null
        && BaseUrl.isLoopback(target.getHost());
  }

  private static boolean isHttps(URI target) {
    return "https".equalsIgnoreCase(target.getScheme());
  }

  private static URI checked(SignedUrl url, URI target) {
    String host = target.getHost();
    if (host == null) {
      throw unsafe(
          url,
          BaseUrl.hasUnderscore(target)
              ? "its host has an underscore, which no host name may have"
              : "it names no host");
    }
    if (NUMBERS.matcher(host).matches() && !PLAIN_IPV4.matcher(host).matches()) {
      throw unsafe(url, "it spells an address in an unusual way");
    }
    if (target.getRawUserInfo() != null) {
      throw unsafe(url, "it holds a user name or password");
    }
    if (target.getPort() > HIGHEST_PORT) {
      throw unsafe(url, "there is no such port");
    }
    return target;
  }

  /** {@return the addresses of a target's host, all of them; none if only the proxy knows} */
  List<InetAddress> addresses(URI target) throws UnknownHostException {
    try {
      return List.of(resolver.addressesOf(target.getHost()));
    } catch (UnknownHostException unknown) {
      if (isProxied(target)) {
        return List.of();
      }
      throw unknown;
    }
  }

  /** Refuses a target whose addresses, or whose port at these, are not fine. */
  void check(SignedUrl url, URI target, List<InetAddress> addresses) {
    if (loopback && isLoopback(addresses)) {
      return;
    }
    if (!isHttps(target)) {
      throw unsafe(url, "it is not https");
    }
    if (!privateNetwork && !addresses.stream().allMatch(Addresses::isPublic)) {
      throw unsafe(url, "its host has an address that is not public");
    }
    if (!privateNetwork && target.getPort() != -1 && target.getPort() != HTTPS_PORT) {
      throw unsafe(url, "its port is not that of https");
    }
  }

  private static boolean isLoopback(List<InetAddress> addresses) {
    return !addresses.isEmpty() && addresses.stream().allMatch(InetAddress::isLoopbackAddress);
  }

  private boolean isProxied(URI target) {
    return proxies.select(target).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
  }

  static ArtifactException unsafe(SignedUrl url, String why) {
    return new ArtifactException(Reason.UNSAFE, url, why, null);
  }
}
