package org.omloop.server;

/** What a server books of itself as time goes by. */
public enum Chore {
  /** The root over all balances, of each day. */
  SEAL,
  /** The charge on what lies still, of each month, where the rules have one. */
  LEVY
}
