package org.omloop.server.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A member cannot have the server call what only the server can reach. */
class AddressRuleTest {
  private static final AddressRule PUBLIC = new AddressRule(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.100.100.200",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.255",
        "168.63.129.16",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.1.1.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "4000::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void whatIsNotPublicIsRefused(String address) throws UnknownHostException {
    assertFalse(PUBLIC.allows(InetAddress.getByName(address)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.1.1.1",
        "128.0.0.1", "169.253.0.1", "172.15.255.255", "172.32.0.0", "192.167.1.1", "192.169.1.1",
        "223.255.255.255", "2606:4700:4700::1111", "2a00:1450::1"
      })
  void whatIsPublicIsAllowed(String address) throws UnknownHostException {
    assertTrue(PUBLIC.allows(InetAddress.getByName(address)));
  }

  /** Java makes a mapped address of the network into IPv4; as bytes it is none that is given out. */
  @Test
  void aMappedAddressIsRefused() throws UnknownHostException {
    byte[] mapped = new byte[16];
    Arrays.fill(mapped, 10, 12, (byte) 0xFF);
    System.arraycopy(new byte[] {8, 8, 8, 8}, 0, mapped, 12, 4);
    assertFalse(PUBLIC.allows(mapped));
    assertFalse(PUBLIC.allows(InetAddress.getByName("::ffff:127.0.0.1")));
  }

  @Test
  void theOperatorsOwnNetworkIsAllowedAndNoMore() throws UnknownHostException {
    AddressRule rule =
        new AddressRule(List.of(Network.parse("192.168.1.0/25"), Network.parse("fd00:1::/32")));
    assertTrue(rule.allows(InetAddress.getByName("192.168.1.127")));
    assertFalse(rule.allows(InetAddress.getByName("192.168.1.128")));
    assertTrue(rule.allows(InetAddress.getByName("fd00:1::9")));
    assertFalse(rule.allows(InetAddress.getByName("fd00:2::9")));
    assertFalse(rule.allows(InetAddress.getByName("127.0.0.1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10.0.0.0", "10.0.0.0/33", "::/129", "host/8", "10.0.0.0/-1", "300.0.0.0/8"})
  void whatIsNoNetworkIsSaid(String text) {
    assertThrows(IllegalArgumentException.class, () -> Network.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://shop.example/",
        "shop.example",
        "https:///x",
        "https://a:b@shop.example/",
        "https://shop.example/#x",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://0.0.0.0/",
        "https://169.254.169.254/latest",
        "https://2130706433/",
        "https://127.1/",
        "https://[::ffff:127.0.0.1]/",
        "https://sh op.example/",
        "https://shöp.example/",
        "https://shop.example:99999/",
        "ftp://shop.example/",
        ""
      })
  void anAddressThatMayNotBeToldIsRefused(String url) {
    assertThrows(IllegalArgumentException.class, () -> EndpointUrl.parse(url, PUBLIC));
  }

  @Test
  void anAddressIsTakenApart() {
    EndpointUrl url = EndpointUrl.parse("https://shop.example:8443/paid?by=omloop", PUBLIC);
    assertEquals("shop.example", url.host());
    assertEquals(8443, url.port());
    assertEquals("/paid?by=omloop", url.path());
    assertEquals("/", EndpointUrl.parse("https://shop.example", PUBLIC).path());
  }
}
