package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** Whoever shows an invitation's code enrols one key, once, in time, as promised. */
class InvitationTest {
  @Test
  void aCodeEnrolsOneKey() {
    LedgerScript.run("""
        open  anna  resident invite=later
        key   anna   on anna code=WELCOME-ANNA                                 posted as key-add
        key   anna-2 on anna code=WELCOME-ANNA holder=anna                     refused unknown-key   # it has been used
        key   thief  on anna code=WELCOME-NOBODY holder=anna                   unsigned
        """);
  }

  @Test
  void inTime() {
    LedgerScript.run("""
        open  anna  resident invite=later until=1h
        open  ben   resident invite=later until=1h
        later 1h
        key   anna on anna code=WELCOME-ANNA  posted
        later 1s
        key   ben  on ben  code=WELCOME-BEN   refused unknown-key
        """);
  }

  @Test
  void asPromised() {
    LedgerScript.run("""
        open  anna  resident invite=later rights=pay,receive
        open  ben   resident invite=later
        key   a1 on anna code=WELCOME-ANNA holder=anna                                     refused key-lacks-right
        key   a2 on anna code=WELCOME-ANNA holder=anna rights=pay                          refused key-lacks-right
        key   a3 on anna code=WELCOME-ANNA holder=eve rights=pay,receive                   refused key-lacks-right
        key   a4 on anna code=WELCOME-ANNA holder=anna rights=pay,receive label=till       refused key-lacks-right
        key   a5 on anna code=WELCOME-ANNA holder=anna rights=pay,receive per-day=10.00    refused key-lacks-right
        key   a6 on anna code=WELCOME-ANNA holder=anna rights=pay,receive per-order=10.00  refused key-lacks-right
        key   a7 on ben  code=WELCOME-ANNA holder=anna rights=pay,receive                  refused unknown-key
        key   a8 on anna code=WELCOME-ANNA holder=anna rights=pay,receive                  posted
        """);
  }

  @Test
  void theNewKeySignsItself() {
    LedgerScript.run("""
        open  anna  resident invite=later
        open  ben   resident
        key   anna on anna code=WELCOME-ANNA by ben       refused unknown-key
        key   anna on anna code=WELCOME-ANNA by chair     refused unknown-key
        key   anna on anna code=WELCOME-ANNA by anna+ben  refused unknown-key
        key   ben  on anna code=WELCOME-ANNA holder=anna  refused policy-forbids   # a key has one account
        """);
  }

  @Test
  void aCodeIsPromisedOnce() {
    LedgerScript.run("""
        open  anna  resident
        open  ben   resident code=WELCOME-ANNA  refused policy-forbids
        open  ben   resident code=WELCOME-CHAIR refused policy-forbids
        """);
  }

  @Test
  void onlyMembersAreInvited() {
    LedgerScript.run("""
        open  city  treasury invite=later                    refused policy-forbids
        open  pot   fund     invite=later                    refused policy-forbids
        open  anna  resident rights=pay,operate              refused policy-forbids
        open  anna  resident rights=approve                  refused policy-forbids
        open  anna  resident rights=serve                    refused policy-forbids
        open  anna  resident rights=pay,audit                refused policy-forbids
        """);
  }

  @Test
  void aClosedAccountTakesNoKey() {
    LedgerScript.run("""
        open  anna  resident invite=later
        close anna
        key   anna on anna code=WELCOME-ANNA  refused account-closed
        """);
  }

  @Test
  void operatorsAreInvitedAtGenesis() {
    LedgerScript.run("""
        found operators=chair:operate,treasurer:operate,clerk:approve enrolled=chair,treasurer until=1h
        key   clerk on operator rights=operate code=WELCOME-CLERK  refused key-lacks-right
        key   clerk on operator rights=approve code=WELCOME-CLERK  posted
        key   clerk-2 on operator rights=approve holder=clerk code=WELCOME-CLERK  refused unknown-key
        open  anna  resident by clerk  refused key-lacks-right
        open  anna  resident by chair
        limit anna  5.00 by chair+clerk  posted
        limit anna  6.00 by clerk+chair  posted
        """);
  }
}
