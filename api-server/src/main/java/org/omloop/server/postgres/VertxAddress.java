package org.omloop.server.postgres;

import io.vertx.core.net.ClientSSLOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import org.omloop.server.postgres.address.DatabaseAddress;
import org.omloop.server.postgres.address.TlsMode;

/** An address in the form of the SQL client of Vert.x. */
final class VertxAddress {
  /** The client does not keep statements longer than this many characters, and its default is less than ours. */
  private static final int LONGEST_KEPT_STATEMENT = 16_384;

  private VertxAddress() {}

  static PgConnectOptions options(DatabaseAddress address) {
    return new PgConnectOptions()
        .setHost(address.host())
        .setPort(address.port())
        .setDatabase(address.database())
        .setUser(address.user())
        .setPassword(address.password().reveal())
        .addProperty("search_path", Migrations.SCHEMA)
        .addProperty("application_name", address.user())
        .setCachePreparedStatements(true)
        .setPreparedStatementCacheSqlLimit(LONGEST_KEPT_STATEMENT)
        .setSslMode(SslMode.of(address.tls().word()))
        .setSslOptions(tls(address));
  }

  private static ClientSSLOptions tls(DatabaseAddress address) {
    ClientSSLOptions options = new ClientSSLOptions()
        .setTrustAll(!address.tls().verifies())
        .setHostnameVerificationAlgorithm(address.tls() == TlsMode.VERIFY_FULL ? "HTTPS" : "");
    address
        .certificate()
        .ifPresent(
            file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
    return options;
  }
}
