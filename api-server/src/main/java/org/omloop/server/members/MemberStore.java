package org.omloop.server.members;

import io.vertx.core.Future;
import java.util.List;
import org.omloop.ledger.account.AccountId;

/** Keeps what the office states of members. Thread-safe. */
public interface MemberStore {
  /**
   * Keeps what was said of a member, in place of what was said before.
   *
   * @param saidAt when it was signed, unix seconds
   * @param jws as it was signed
   * @return whether it is what holds now: false where something else was said at that time or later
   */
  Future<Boolean> state(Member member, long saidAt, String jws);

  /** Returns all members, by account. */
  Future<List<Member>> all();

  /** Ends what is said of a member; their account is in the journal alone from then on. */
  Future<Void> forget(AccountId account);
}
