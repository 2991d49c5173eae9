package org.omloop.server.http.session;

import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.EnrolledKey;
import org.omloop.ledger.account.Right;

/**
 * Who asks: the holder of a key that stood in the journal when the request began.
 *
 * @param key the key, with the rights it has now
 * @param until when its session ends
 */
public record Caller(EnrolledKey key, Instant until) {
  private static final String KEY = "omloop.caller";

  /** Returns the caller that was kept with a request. */
  public static Caller of(RoutingContext context) {
    Caller caller = context.get(KEY);
    return caller;
  }

  /** Returns the caller that was kept with a request, if the operation asks for one. */
  public static Optional<Caller> find(RoutingContext context) {
    return Optional.ofNullable(context.get(KEY));
  }

  void keepWith(RoutingContext context) {
    context.put(KEY, this);
  }

  /** Tells whether it is one of the operator's people. */
  public boolean isOffice() {
    return key.may(Right.OPERATE) || key.may(Right.APPROVE);
  }

  /** Tells whether it may read the whole journal as it is. */
  public boolean isAuditor() {
    return key.may(Right.AUDIT);
  }

  /** Tells whether it may read an account: its own, or any for the office and auditors. */
  public boolean mayRead(AccountId account) {
    return isOffice() || isAuditor() || key.account().equals(account);
  }

  /** Tells whether it may read an entry that these accounts are party to. */
  public boolean mayRead(Set<AccountId> parties) {
    return isOffice() || isAuditor() || parties.contains(key.account());
  }
}
