package org.omloop.server.webhooks;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** An address messages may be sent to: HTTPS, without a name and password in it. Immutable. */
public record EndpointUrl(URI uri) {
  /** The longest address, in characters. */
  public static final int LONGEST = 500;

  private static final int HTTPS_PORT = 443;
  private static final Pattern NUMBERS = Pattern.compile("\\[.*|[0-9.]+|0[xX].*");

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException with what is wrong, in English
   */
  public static EndpointUrl parse(String text, AddressRule rule) {
    EndpointUrl url = new EndpointUrl(uri(text));
    String host = url.uri.getHost();
    if (!"https".equals(url.uri.getScheme()) || host == null || url.port() > 0xFFFF) {
      throw new IllegalArgumentException("must begin with https:// and name a host");
    }
    if (url.uri.getRawUserInfo() != null || url.uri.getRawFragment() != null) {
      throw new IllegalArgumentException("must have no user, password or fragment");
    }
    if (NUMBERS.matcher(host).matches() && !allows(host, rule)) {
      throw new IllegalArgumentException("must be a public address");
    }
    return url;
  }

  private static URI uri(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("must have at most " + LONGEST + " characters");
    }
    if (!text.chars().allMatch(each -> each > ' ' && each < 0x7F)) {
      throw new IllegalArgumentException("must be in ASCII, without spaces");
    }
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("must be an address such as https://shop.example/paid", e);
    }
  }

  /** An address in numbers needs no looking up. */
  private static boolean allows(String host, AddressRule rule) {
    try {
      return rule.allows(InetAddress.getByName(host));
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Returns the host as certificates name it, without brackets. */
  public String host() {
    return uri.getHost().replaceAll("[\\[\\]]", "");
  }

  /** Returns the port. */
  public int port() {
    return uri.getPort() < 0 ? HTTPS_PORT : uri.getPort();
  }

  /** Returns path and query. */
  public String path() {
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }

  @Override
  public String toString() {
    return uri.toString();
  }
}
