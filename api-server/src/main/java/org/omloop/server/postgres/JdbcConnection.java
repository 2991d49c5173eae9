package org.omloop.server.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.omloop.server.postgres.address.DatabaseAddress;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.postgresql.ds.PGSimpleDataSource;

/** Opens the blocking connections of the start; once the server runs, the SQL client of Vert.x does the work. */
final class JdbcConnection {
  private static final int PATIENCE_SECONDS = 10;

  private JdbcConnection() {}

  /**
   * Enters the database.
   *
   * @throws DatabaseUnavailable if that fails, with the reason
   */
  static Connection open(DatabaseAddress address) {
    try {
      return source(address).getConnection();
    } catch (SQLException e) {
      throw ConnectFailure.explain(address, e);
    }
  }

  static PGSimpleDataSource source(DatabaseAddress address) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {address.host()});
    source.setPortNumbers(new int[] {address.port()});
    source.setDatabaseName(address.database());
    source.setUser(address.user());
    source.setPassword(address.password().reveal());
    source.setApplicationName("omloop start");
    source.setConnectTimeout(PATIENCE_SECONDS);
    source.setLoginTimeout(PATIENCE_SECONDS);
    source.setSslMode(address.tls().word());
    address
        .certificate()
        .map(Path::toString)
        .ifPresentOrElse(source::setSslRootCert, () -> trustAsTheJvmDoes(address, source));
    return source;
  }

  /** The driver's own default is a file in the user's home. */
  private static void trustAsTheJvmDoes(DatabaseAddress address, PGSimpleDataSource source) {
    if (address.tls().verifies()) {
      source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
    }
  }
}
