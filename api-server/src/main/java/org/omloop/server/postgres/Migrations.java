package org.omloop.server.postgres;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.omloop.server.postgres.address.DatabaseAddress;
import org.omloop.server.postgres.address.DatabaseUnavailable;

/** Brings the database's schema to what this program needs, as the owner; the steps are in {@code db/migration}. */
final class Migrations {
  /** Where all tables are. */
  static final String SCHEMA = "omloop";

  private static final Set<MigrationState> FUTURE =
      Set.of(MigrationState.FUTURE_SUCCESS, MigrationState.FUTURE_FAILED);

  private Migrations() {}

  /**
   * Migrates, and says anew what each role may do.
   *
   * @throws DatabaseUnavailable if the schema is newer than this program, was changed by hand, or cannot be migrated
   */
  static void run(DatabaseAddress owner) {
    Flyway flyway = Flyway.configure()
        .dataSource(JdbcConnection.source(owner))
        .schemas(SCHEMA)
        .locations("classpath:db/migration")
        // By default steps from the future are overlooked.
        .ignoreMigrationPatterns(new String[0])
        .load();
    try {
      flyway.migrate();
    } catch (FlywayValidateException e) {
      throw invalid(owner, flyway.info(), e);
    } catch (FlywayException e) {
      throw failure(owner, e);
    }
  }

  private static DatabaseUnavailable invalid(
      DatabaseAddress owner, MigrationInfoService info, FlywayValidateException e) {
    String whatToDo = Arrays.stream(info.applied())
        .filter(step -> FUTURE.contains(step.getState()))
        .map(step -> " was made by a newer omloop (schema step " + step.getVersion()
            + " is unknown here); install that version")
        .findFirst()
        .orElse(" has a schema that was changed by hand; restore it from a backup");
    return new DatabaseUnavailable("database " + owner.place() + whatToDo, e);
  }

  private static DatabaseUnavailable failure(DatabaseAddress owner, FlywayException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return ConnectFailure.explain(owner, sql);
      }
    }
    return new DatabaseUnavailable(
        "database " + owner.place() + " cannot be migrated: " + ConnectFailure.firstLine(e), e);
  }
}
