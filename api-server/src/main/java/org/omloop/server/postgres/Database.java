package org.omloop.server.postgres;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.omloop.server.postgres.address.DatabaseAddress;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.omloop.server.postgres.address.Password;
import org.omloop.server.postgres.embedded.EmbeddedDatabase;
import org.omloop.server.postgres.folder.DataFolder;

/**
 * The database, running and migrated: embedded, or the operator's own.
 *
 * <p>Thread-safe. {@link #start}, {@link #ensureRunning} and {@link #close} block and belong on a worker thread.
 */
public final class Database implements AutoCloseable {
  private static final int OLDEST_POSTGRESQL = 15;

  private final DatabaseAddress owner;
  private final DatabaseAddress writer;
  private final DatabaseAddress reader;
  private final DatabaseAddress identity;
  private final Optional<EmbeddedDatabase> embedded;

  private Database(
      DatabaseAddress owner,
      DatabaseAddress writer,
      DatabaseAddress reader,
      DatabaseAddress identity,
      Optional<EmbeddedDatabase> embedded) {
    this.owner = owner;
    this.writer = writer;
    this.reader = reader;
    this.identity = identity;
    this.embedded = embedded;
  }

  /**
   * Starts the embedded database or finds the operator's own, provides the roles and migrates.
   *
   * @param folder stays the caller's to close, after this database
   * @throws DatabaseUnavailable if any of that fails, with one line for the operator
   */
  public static Database start(DataFolder folder, DatabaseSettings settings) {
    if (settings.address().isPresent()) {
      return prepare(folder, settings, settings.address().get(), Optional.empty());
    }
    EmbeddedDatabase embedded = EmbeddedDatabase.start(folder);
    try {
      return prepare(folder, settings, embedded.address(), Optional.of(embedded));
    } catch (RuntimeException e) {
      embedded.close();
      throw e;
    }
  }

  private static Database prepare(
      DataFolder folder,
      DatabaseSettings settings,
      DatabaseAddress owner,
      Optional<EmbeddedDatabase> embedded) {
    DatabaseAddress writer = as(DatabaseRole.WRITER, folder, settings, owner);
    DatabaseAddress reader = as(DatabaseRole.READER, folder, settings, owner);
    DatabaseAddress identity = as(DatabaseRole.IDENTITY, folder, settings, owner);
    try (Connection connection = JdbcConnection.open(owner)) {
      requireVersion(connection, owner);
      Roles roles = new Roles(owner, connection, embedded.isPresent());
      roles.provide(DatabaseRole.WRITER, writer);
      roles.provide(DatabaseRole.READER, reader);
      roles.provide(DatabaseRole.IDENTITY, identity);
    } catch (SQLException e) {
      throw ConnectFailure.explain(owner, e);
    }
    Durability.require(writer);
    Migrations.run(owner);
    return new Database(owner, writer, reader, identity, embedded);
  }

  private static void requireVersion(Connection connection, DatabaseAddress owner)
      throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < OLDEST_POSTGRESQL) {
      throw new DatabaseUnavailable("database " + owner.place() + " is PostgreSQL " + version
          + "; omloop needs " + OLDEST_POSTGRESQL + " or newer");
    }
  }

  private static DatabaseAddress as(
      DatabaseRole role, DataFolder folder, DatabaseSettings settings, DatabaseAddress owner) {
    Password password = Optional.ofNullable(settings.passwords().get(role))
        .orElseGet(() -> folder.passwordOrNew(role.roleName()));
    return owner.as(role.roleName(), password);
  }

  /** For the one connection that appends to the journal. */
  public PgConnectOptions writer() {
    return VertxAddress.options(writer);
  }

  /** Returns a pool of connections of the writing role, which are opened as they are needed. */
  Pool writers(Vertx vertx, int connections) {
    return pool(writer(), vertx, connections);
  }

  /** The same for the role that alone may know who people are. */
  Pool identity(Vertx vertx, int connections) {
    return pool(VertxAddress.options(identity), vertx, connections);
  }

  private static Pool pool(PgConnectOptions options, Vertx vertx, int connections) {
    return PgBuilder.pool()
        .with(new PoolOptions().setMaxSize(connections))
        .connectingTo(options.setCachePreparedStatements(true))
        .using(vertx)
        .build();
  }

  /** For the pool of connections that read. */
  public PgConnectOptions reader() {
    return VertxAddress.options(reader);
  }

  /** Where a role that may only read enters. */
  DatabaseAddress readerAddress() {
    return reader;
  }

  /** For rebuilding the derived tables, which neither writer nor reader may empty. */
  public PgConnectOptions owner() {
    return VertxAddress.options(owner);
  }

  /** Opens a plain connection as the owner, for the caller to close. */
  public Connection ownerConnection() {
    return JdbcConnection.open(owner);
  }

  /**
   * Starts the embedded database again if it has ended, at the same address; an operator's own database is left to the
   * operator.
   *
   * @throws DatabaseUnavailable if it cannot be started
   */
  public void ensureRunning() {
    embedded.ifPresent(EmbeddedDatabase::ensureRunning);
  }

  /** Stops the embedded database, at once but cleanly. Doing it twice does no harm. */
  @Override
  public void close() {
    embedded.ifPresent(EmbeddedDatabase::close);
  }
}
