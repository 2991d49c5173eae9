package org.omloop.server.postgres.address;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a database is and as whom it is entered.
 *
 * <p>Immutable and thread-safe; {@code toString} hides the password.
 *
 * @param port 1 to 65535
 * @param certificate PEM file with the certificates trusted when {@code tls} verifies; the JVM's own when empty
 */
public record DatabaseAddress(
    String host,
    int port,
    String database,
    String user,
    Password password,
    TlsMode tls,
    Optional<Path> certificate) {

  /**
   * Reads {@code postgresql://user:password@host:port/database?sslmode=...&sslrootcert=...}. The port defaults to 5432,
   * sslmode to {@code prefer}; user, password and database must be there.
   *
   * @throws DatabaseUnavailable if the text is anything else; the message names the part and holds no password
   */
  public static DatabaseAddress parse(String text) {
    return new AddressParser(text).parse();
  }

  /** The same database, entered as another role. */
  public DatabaseAddress as(String otherUser, Password otherPassword) {
    return new DatabaseAddress(host, port, database, otherUser, otherPassword, tls, certificate);
  }

  /** The database of another name on the same server. */
  public DatabaseAddress inDatabase(String otherDatabase) {
    return new DatabaseAddress(host, port, otherDatabase, user, password, tls, certificate);
  }

  /** The place for messages: {@code user@host:port/database}. */
  public String place() {
    return user + "@" + bracketed(host) + ":" + port + "/" + database;
  }

  /** The host as it stands in a URL: IPv6 addresses in brackets. */
  public String urlHost() {
    return bracketed(host);
  }

  private static String bracketed(String host) {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
