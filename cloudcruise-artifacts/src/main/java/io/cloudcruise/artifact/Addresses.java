package io.cloudcruise.artifact;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells public addresses from all others, by IANA's registries of special-purpose addresses. */
final class Addresses {
  private static final List<Block> SPECIAL =
      List.of(
          block("0.0.0.0", 8), // this network
          block("10.0.0.0", 8), // private
          block("100.64.0.0", 10), // between a carrier and its customers
          block("127.0.0.0", 8), // loopback
          block("169.254.0.0", 16), // link-local, and where clouds tell machines their secrets
          block("172.16.0.0", 12), // private
          block("192.0.0.0", 24), // protocol assignments
          block("192.0.2.0", 24), // documentation
          block("192.168.0.0", 16), // private
          block("198.18.0.0", 15), // measurements
          block("198.51.100.0", 24), // documentation
          block("203.0.113.0", 24), // documentation
          block("224.0.0.0", 3), // multicast, reserved, broadcast
          block("::", 96), // unspecified, loopback, and a former way to hold IPv4
          block("64:ff9b:1::", 48), // translation within a network
          block("100::", 64), // discarded
          block("2001::", 23), // protocol assignments, Teredo among them
          block("2001:db8::", 32), // documentation
          block("3fff::", 20), // documentation
          block("5f00::", 16), // segment routing
          block("fc00::", 7), // private
          block("fe80::", 10), // link-local
          block("fec0::", 10), // private, formerly
          block("ff00::", 8)); // multicast

  private static final Block TRANSLATED = block("64:ff9b::", 96);
  private static final int TRANSLATED_AT = 12;
  private static final Block SIX_TO_FOUR = block("2002::", 16);
  private static final int SIX_TO_FOUR_AT = 2;
  private static final int IPV4_LENGTH = 4;

  private Addresses() {}

  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (TRANSLATED.holds(bytes)) {
      return isPublic(embedded(bytes, TRANSLATED_AT));
    }
    if (SIX_TO_FOUR.holds(bytes)) {
      return isPublic(embedded(bytes, SIX_TO_FOUR_AT));
    }
    return SPECIAL.stream().noneMatch(block -> block.holds(bytes));
  }

  private static InetAddress embedded(byte[] bytes, int at) {
    return address(Arrays.copyOfRange(bytes, at, at + IPV4_LENGTH));
  }

  private static InetAddress address(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException wrongLength) {
      throw new IllegalArgumentException(wrongLength);
    }
  }

  private static Block block(String literal, int prefix) {
    try {
      byte[] first = InetAddress.getByName(literal).getAddress();
      return new Block(first.length, prefix, leading(first, prefix));
    } catch (UnknownHostException noLiteral) {
      throw new IllegalArgumentException(noLiteral);
    }
  }

  private static BigInteger leading(byte[] address, int prefix) {
    return new BigInteger(1, address).shiftRight(address.length * Byte.SIZE - prefix);
  }

  /** Addresses of one length that begin with the same bits. */
  private record Block(int length, int prefix, BigInteger head) {
    boolean holds(byte[] address) {
      return address.length == length && leading(address, prefix).equals(head);
    }
  }
}
