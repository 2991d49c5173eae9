package org.omloop.ledger.circulation.trace;

/** Is shown what each account holds. */
@FunctionalInterface
public interface Holdings {
  /** An account holds these lots, in order of arrival; accounts come by number, those that hold nothing are left out. */
  void holds(int account, Lots lots);
}
