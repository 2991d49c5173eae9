package org.omloop.server.postgres;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.omloop.server.postgres.address.DatabaseAddress;
import org.omloop.server.postgres.address.DatabaseUnavailable;
import org.omloop.server.postgres.address.Password;

/**
 * Which database to use.
 *
 * @param address the operator's own database, entered as its owner; empty for the embedded one
 * @param passwords passwords that the operator chose for roles; the others are generated and kept in the data folder
 */
public record DatabaseSettings(
    Optional<DatabaseAddress> address, Map<DatabaseRole, Password> passwords) {

  public DatabaseSettings {
    passwords = Map.copyOf(passwords);
  }

  /** The embedded database, with generated passwords. */
  public static DatabaseSettings embedded() {
    return new DatabaseSettings(Optional.empty(), Map.of());
  }

  /**
   * Reads {@code OMLOOP_DATABASE_URL} and the variables of the roles, such as {@code OMLOOP_WRITER_PASSWORD}; an empty
   * variable counts as absent.
   *
   * @throws DatabaseUnavailable if the address has another form
   */
  public static DatabaseSettings fromEnvironment(Map<String, String> environment) {
    Map<DatabaseRole, Password> passwords = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      variable(environment, role.variable())
          .ifPresent(text -> passwords.put(role, new Password(text)));
    }
    return new DatabaseSettings(
        variable(environment, "OMLOOP_DATABASE_URL").map(DatabaseAddress::parse), passwords);
  }

  private static Optional<String> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }
}
