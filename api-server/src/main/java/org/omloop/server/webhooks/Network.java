package org.omloop.server.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** A network in CIDR notation, such as {@code 192.168.1.0/24}. */
public final class Network {
  private static final Pattern FORM =
      Pattern.compile("([0-9.]{7,15}|[0-9a-fA-F:]{2,39})/([0-9]{1,3})");

  private final byte[] start;
  private final int bits;

  private Network(byte[] start, int bits) {
    this.start = start;
    this.bits = bits;
  }

  /** Reads a network; throws {@link IllegalArgumentException} with what is wrong for any other text. */
  public static Network parse(String text) {
    var form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          text + " is no network; write it as 192.168.1.0/24 or fd00::/8");
    }
    int bits = Integer.parseInt(form.group(2));
    byte[] start = address(form.group(1), text);
    if (bits > start.length * Byte.SIZE) {
      throw new IllegalArgumentException(text + " has more bits than an address of its kind");
    }
    return new Network(start, bits);
  }

  /** What has this form is never looked up. */
  private static byte[] address(String numbers, String text) {
    try {
      return InetAddress.getByName(numbers).getAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(text + " is no network", e);
    }
  }

  /** Tells whether an address of 4 or 16 bytes lies in it. */
  boolean contains(byte[] address) {
    if (address.length != start.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int at = bit / Byte.SIZE;
      int mask = 0x80 >> (bit % Byte.SIZE);
      if ((address[at] & mask) != (start[at] & mask)) {
        return false;
      }
    }
    return true;
  }
}
