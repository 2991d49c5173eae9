package org.omloop.server.webhooks;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses the server may connect to because a member asks: public ones, and the operator's own networks where the
 * operator says so. Otherwise a member could have the server call what only the server can reach. Immutable.
 */
public final class AddressRule {
  /** IANA's special-purpose registries (RFC 6890), multicast, and a cloud's metadata service at a public address. */
  private static final List<Network> CLOSED = Stream.of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "168.63.129.16/32",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20")
      .map(Network::parse)
      .toList();

  /** Of IPv6 only this is given out; mapped, translated, local and multicast addresses all lie outside. */
  private static final Network GLOBAL = Network.parse("2000::/3");

  private static final int IPV6_BYTES = 16;

  private final List<Network> own;

  /**
   * Makes a rule.
   *
   * @param own networks that are allowed although they are not public
   */
  public AddressRule(List<Network> own) {
    this.own = List.copyOf(own);
  }

  /** Tells whether the server may connect there. */
  public boolean allows(InetAddress address) {
    return allows(address.getAddress());
  }

  /** The same of an address of 4 or 16 bytes. */
  boolean allows(byte[] address) {
    if (own.stream().anyMatch(each -> each.contains(address))) {
      return true;
    }
    boolean isGlobal = address.length != IPV6_BYTES || GLOBAL.contains(address);
    return isGlobal && CLOSED.stream().noneMatch(each -> each.contains(address));
  }
}
