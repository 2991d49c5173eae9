package org.omloop.ledger.rules;

import org.junit.jupiter.api.Test;
import org.omloop.ledger.script.LedgerScript;

/** An order that breaks several rules is refused for the first of them in the order of the reasons. */
class PrecedenceTest {
  @Test
  void eachReasonComesBeforeTheNext() {
    LedgerScript.run("""
        found  paymentPerDayResident=5.00 balanceCapOrganisation=1.00 acceptorSectors=SBI2008:47
        open   anna    resident
        open   ben     resident
        open   bakery  organisation
        key    gone    on anna rights=receive per-order=1.00 by anna
        key    mute    on anna rights=receive per-order=1.00 by anna
        key    small   on anna rights=pay per-order=1.00 by anna
        revoke gone    on anna by anna
        open   shut    organisation
        close  shut
        suspend ben
        pay    p1   anna -> bakery  9.00 by ben ledger=example.org/west iat=-2d exp=-1d  refused wrong-ledger
        pay    p2   anna -> bakery  9.00 by ben iat=-2d exp=-1d            refused expired
        pay    p3   anna -> bakery  9.00 by ben iat=1h exp=2h              refused not-yet-valid
        pay    p4   anna -> nobody  9.00 by ben+gone                       refused unknown-key
        pay    p5   anna -> nobody  9.00 by gone                           refused key-revoked
        pay    p6   anna -> nobody  9.00 by mute                           refused key-lacks-right
        pay    p7   anna -> nobody  9.00 by small                          refused unknown-account
        pay    p8   anna -> shut    9.00 by small                          refused account-closed
        pay    p9   anna -> ben     9.00 by small                          refused account-suspended
        pay    p10  anna -> anna    9.00 by small                          refused same-account
        pay    p11  anna -> bakery  9.00 by small                          refused key-limit-exceeded
        pay    p12  anna -> bakery  9.00                                   refused account-limit-exceeded
        pay    p13  anna -> bakery  4.00                                   refused balance-cap-exceeded
        pay    p14  anna -> bakery  1.00                                   refused insufficient-funds
        issue  i1   anna    10.00
        pay    p15  anna -> bakery  1.00                                   refused policy-forbids
        """);
  }

  @Test
  void refundsFindTheirFaultsInOrder() {
    LedgerScript.run("""
        open   anna    resident
        open   bakery  organisation
        key    till    on bakery rights=refund per-order=1.00 by bakery
        key    desk    on bakery rights=pay by bakery
        key    old     on bakery rights=pay by bakery
        revoke old     on bakery by bakery
        issue  i1  anna  20.00
        pay    p1  anna -> bakery  10.00
        pay    p2  bakery -> anna  10.00
        refund r1  ghost 99.00 by old    refused key-revoked
        refund r2  ghost 99.00 by desk   refused key-lacks-right
        refund r3  ghost 99.00 by till   refused original-not-found
        refund r4  p1    99.00 by anna   refused unknown-key
        refund r5  p1    99.00 by till   refused amount-out-of-range
        refund r6  p2     1.00 by anna
        refund r7  p1     1.00 by bakery
        refund r8  p1    10.00 by till   refused already-refunded
        refund r9  p1     9.00 by till   refused key-limit-exceeded
        refund r10 p1     9.00           refused insufficient-funds
        suspend anna
        refund r11 p1    99.00           refused account-suspended
        """);
  }

  @Test
  void issuesFindTheirFaultsInOrder() {
    LedgerScript.run("""
        found  twoSignaturesAbove=10.00 topUpPerMonthUnidentified=20.00 balanceCapResident=15.00
        open   anna  resident
        issue  i1  anna      1.00 bank=7
        issue  i2  nobody   99.00 bank=7 by anna              refused unknown-key
        issue  i3  nobody   99.00 bank=7                      refused unknown-account
        issue  i4  anna     99.00 bank=7                      refused bank-reference-used
        issue  i5  anna     99.00                             refused needs-second-signature
        issue  i6  anna     99.00 by chair+treasurer          refused account-limit-exceeded
        issue  i7  anna     15.00 by chair+treasurer          refused balance-cap-exceeded
        """);
  }

  @Test
  void holdsFindTheirFaultsInOrder() {
    LedgerScript.run("""
        open   anna    resident
        open   bakery  organisation
        open   grocer  organisation
        issue  i1  anna  10.00
        hold   h1  anna -> bakery   5.00
        capture c1  h1  9.00 by grocer  refused unknown-key
        suspend bakery
        capture c2  h1  9.00            refused account-suspended
        resume bakery
        capture c3  h1  9.00            refused amount-out-of-range
        hold   h2  anna -> bakery  5.01 until=60d  refused insufficient-funds
        """);
  }
}
