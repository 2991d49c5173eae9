/** Decides orders and proves the journal: functions of state, order and time, without IO and without a clock. */
module org.omloop.ledger {
  requires transitive com.fasterxml.jackson.core;
  requires org.bouncycastle.provider;
  requires static org.jspecify;

  exports org.omloop.ledger;
  exports org.omloop.ledger.account;
  exports org.omloop.ledger.checkpoint;
  exports org.omloop.ledger.circulation;
  exports org.omloop.ledger.circulation.books;
  exports org.omloop.ledger.circulation.catalogue;
  exports org.omloop.ledger.circulation.coins;
  exports org.omloop.ledger.circulation.csv;
  exports org.omloop.ledger.circulation.disclosure;
  exports org.omloop.ledger.circulation.flow;
  exports org.omloop.ledger.circulation.journal;
  exports org.omloop.ledger.circulation.json;
  exports org.omloop.ledger.circulation.number;
  exports org.omloop.ledger.circulation.period;
  exports org.omloop.ledger.circulation.rows;
  exports org.omloop.ledger.circulation.trace;
  exports org.omloop.ledger.journal;
  exports org.omloop.ledger.money;
  exports org.omloop.ledger.order;
  exports org.omloop.ledger.payment;
  exports org.omloop.ledger.policy;
  exports org.omloop.ledger.signing;

  uses java.security.Provider;
}
