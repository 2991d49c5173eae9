package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** An operator opens accounts; each id is used once, for ever. */
class OpeningAccountsTest {
  @Test
  void operatorsOpenAccountsOfMembersProgrammesAndTheFund() {
    LedgerScript.run("""
        open  anna      resident      posted as open
        open  bakery    organisation  sector=SBI2008:47241 area=2026:BU0363AA01
        open  city      treasury      posted as open
        open  pot       fund          posted as open
        balance anna 0.00
        """);
  }

  @Test
  void anIdIsUsedOnce() {
    LedgerScript.run("""
        open  anna      resident
        open  anna      resident      refused policy-forbids
        open  operator  organisation  refused policy-forbids
        close anna
        open  anna      resident      refused policy-forbids   # not after it was closed, either
        """);
  }

  @Test
  void whatGenesisOpenedIsNotOpenedAgain() {
    LedgerScript.run("""
        open  more-units  organisation type=issuance  refused policy-forbids
        open  more-fees   organisation type=fees      refused policy-forbids
        open  on-the-way  organisation type=transit   refused policy-forbids
        """);
  }

  @Test
  void onlyTheFundHasTheRoleOfTheFund() {
    LedgerScript.run("""
        open  pot   resident type=fund invite=none    refused policy-forbids
        open  anna  fund     type=holder invite=none  refused policy-forbids
        """);
  }

  @Test
  void onlyOperatorsOpen() {
    LedgerScript.run("""
        open  anna  resident
        open  ben   resident by anna    refused unknown-key
        open  ben   resident by server  refused key-lacks-right
        open  ben   resident by nobody  unsigned
        """);
  }
}
