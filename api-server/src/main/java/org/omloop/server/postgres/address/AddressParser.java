package org.omloop.server.postgres.address;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the text of {@code OMLOOP_DATABASE_URL}, strictly: an unknown setting is refused rather than ignored. */
final class AddressParser {
  private static final String FORM = "postgresql://user:password@host:port/database?sslmode=prefer";
  private static final int DEFAULT_PORT = 5432;
  private static final int HIGHEST_PORT = 65535;

  private final String text;

  AddressParser(String text) {
    this.text = text;
  }

  DatabaseAddress parse() {
    URI uri = uri();
    if (!"postgresql".equals(uri.getScheme()) && !"postgres".equals(uri.getScheme())) {
      throw refuse("does not begin with postgresql://");
    }
    String host = host(uri);
    String[] account = present(uri.getRawUserInfo(), "user and password").split(":", 2);
    if (account.length < 2 || account[1].isEmpty()) {
      throw refuse("has no password");
    }
    Map<String, String> settings = settings(uri.getRawQuery());
    return new DatabaseAddress(
        host,
        port(uri),
        decode(present(uri.getRawPath(), "database").replaceFirst("^/", ""), "database"),
        decode(account[0], "user"),
        new Password(decode(account[1], "password")),
        tlsMode(settings),
        Optional.ofNullable(settings.get("sslrootcert")).map(Path::of));
  }

  private URI uri() {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException e) {
      // The exception's own message repeats the text, password included.
      throw refuse("is not a URL; write special characters of the password as %XX");
    }
  }

  private String host(URI uri) {
    return present(uri.getHost(), "host").replaceAll("^\\[|]$", "");
  }

  private int port(URI uri) {
    int port = uri.getPort() == -1 ? DEFAULT_PORT : uri.getPort();
    if (port < 1 || port > HIGHEST_PORT) {
      throw refuse("has no valid port");
    }
    return port;
  }

  private TlsMode tlsMode(Map<String, String> settings) {
    String word = settings.getOrDefault("sslmode", TlsMode.PREFER.word());
    return TlsMode.of(word).orElseThrow(() -> refuse("has an unknown sslmode"));
  }

  private Map<String, String> settings(@Nullable String query) {
    Map<String, String> settings = new HashMap<>();
    if (query == null || query.isEmpty()) {
      return settings;
    }
    for (String setting : query.split("&", -1)) {
      String[] pair = setting.split("=", 2);
      if (pair.length < 2 || !(pair[0].equals("sslmode") || pair[0].equals("sslrootcert"))) {
        throw refuse("has a setting other than sslmode and sslrootcert");
      }
      settings.put(pair[0], decode(pair[1], pair[0]));
    }
    return settings;
  }

  private String present(@Nullable String part, String name) {
    if (part == null || part.isEmpty() || part.equals("/")) {
      throw refuse("has no " + name);
    }
    return part;
  }

  /** Percent-decoding; a plus sign is a plus sign. */
  private String decode(String part, String name) {
    String plain = URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    if (plain.isEmpty()) {
      throw refuse("has no " + name);
    }
    return plain;
  }

  private static DatabaseUnavailable refuse(String what) {
    return new DatabaseUnavailable("OMLOOP_DATABASE_URL " + what + "; write it as " + FORM);
  }
}
