package org.omloop.server.postgres;

/** A role that the server enters its database as. The owner, who migrates, is not one of them. */
public enum DatabaseRole {
  /** Adds to the journal, moves the head, keeps the derived tables. */
  WRITER("omloop_writer", "OMLOOP_WRITER_PASSWORD"),
  /** Reads. */
  READER("omloop_reader", "OMLOOP_READER_PASSWORD"),
  /** Keeps who people are, in a schema that the others cannot enter. */
  IDENTITY("omloop_identity", "OMLOOP_IDENTITY_PASSWORD");

  private final String roleName;
  private final String variable;

  DatabaseRole(String roleName, String variable) {
    this.roleName = roleName;
    this.variable = variable;
  }

  /** The role's name in PostgreSQL. */
  public String roleName() {
    return roleName;
  }

  /** The environment variable that may hold its password. */
  public String variable() {
    return variable;
  }
}
