package org.omloop.ledger.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.AccountType;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.account.Right;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.payment.RequestTerms;
import org.omloop.ledger.policy.Setting;
import org.omloop.ledger.signing.KeyId;
import org.omloop.ledger.signing.PublicKey;

/**
 * What a signer asks the ledger to do. One record per type of the table in protocol.md; its members are those of the
 * JSON payload. Times are unix seconds, amounts minor units, hashes base64url of 32 bytes.
 */
public sealed interface Order {
  /** Returns what every order says. */
  Terms terms();

  /** Founds the ledger: always entry 0, signed by the server's own key, which it names. */
  record Genesis(
      Terms terms,
      String name,
      String unit,
      int scale,
      String logKey,
      PublicKey serverKey,
      List<Invitation> operators,
      Map<Setting, Optional<Object>> settings)
      implements Order {
    public Genesis {
      operators = List.copyOf(operators);
      settings = Map.copyOf(settings);
    }
  }

  /** Opens an account and, if wished, invites its holder to enrol a key. */
  record Open(
      Terms terms,
      AccountId account,
      AccountType accountType,
      Classification classification,
      Optional<Invitation> invitation)
      implements Order {}

  /** Closes an account for ever. */
  record Close(Terms terms, AccountId account) implements Order {}

  /** Stops an account, or lets it go on. */
  record Suspend(Terms terms, AccountId account, boolean suspended) implements Order {}

  /** Changes an account's facts and its holder's identification level, 0 to 2. */
  record Classify(Terms terms, AccountId account, Classification classification, int level)
      implements Order {}

  /** Sets how far below zero an account may go, in minor units. */
  record Limit(Terms terms, AccountId account, long limit) implements Order {}

  /** Enrols a key on an account: by its own key, by two operators, or by an invitation's code. */
  record KeyAdd(
      Terms terms,
      AccountId account,
      PublicKey key,
      Set<Right> rights,
      String holder,
      String label,
      Optional<Amount> perOrder,
      Optional<Amount> perDay,
      Optional<String> code)
      implements Order {
    public KeyAdd {
      rights = Set.copyOf(rights);
    }

    /** Returns what an invitation says of the code: base64url of the SHA-256 of its ASCII bytes. */
    public Optional<String> codeHash() {
      return code.map(Invitation::hash);
    }
  }

  /** Ends a key. */
  record KeyRevoke(Terms terms, AccountId account, KeyId key) implements Order {}

  /** Changes settings from a moment on. */
  record PolicyChange(Terms terms, long effective, Map<Setting, Optional<Object>> settings)
      implements Order {
    public PolicyChange {
      settings = Map.copyOf(settings);
    }
  }

  /**
   * States what a treasury or a fund hands out under one name; a later order takes the place of an earlier one.
   *
   * @param from the account that pays
   * @param budget the most that is handed out in all, less what came back
   * @param starts the first moment, unix seconds
   * @param ends the moment from which nothing is handed out, unix seconds
   * @param perPerson the most that one account gets in all; there wherever partners or a bonus are
   * @param partners organisations whose keys that may receive hand out alone, to residents; none beside a bonus
   * @param bonusBasisPoints the share of what is issued to a resident meanwhile that the server grants to it; 0: none
   * @param areas prefixes of areas, and
   * @param sectors of sectors, outside which what was got is not spent; empty: anywhere
   * @param spendUntil the moment from which it is spent anywhere, unix seconds, not before the end; there exactly where areas
   *     or sectors are
   */
  record Programme(
      Terms terms,
      AccountId from,
      String programme,
      Amount budget,
      long starts,
      long ends,
      Optional<Amount> perPerson,
      List<AccountId> partners,
      int bonusBasisPoints,
      List<String> areas,
      List<String> sectors,
      Optional<Long> spendUntil)
      implements Order {
    public Programme {
      partners = List.copyOf(partners);
      areas = List.copyOf(areas);
      sectors = List.copyOf(sectors);
    }

    /** Tells whether it runs at a moment, unix seconds. */
    public boolean runs(long at) {
      return starts <= at && at < ends;
    }

    /** Tells whether what it hands out may be spent in some places only. */
    public boolean isEarmarked() {
      return !areas.isEmpty() || !sectors.isEmpty();
    }

    /** Tells whether at a moment, unix seconds, what it handed out may be spent in some places only. */
    public boolean binds(long at) {
      return isEarmarked() && spendUntil.filter(until -> at < until).isPresent();
    }

    /** Tells whether this says what another says, and ends before it; how long money is bound stays. */
    public boolean endsBefore(Programme other) {
      return ends < other.ends
          && equals(new Programme(
              terms,
              other.from,
              other.programme,
              other.budget,
              other.starts,
              ends,
              other.perPerson,
              other.partners,
              other.bonusBasisPoints,
              other.areas,
              other.sectors,
              other.spendUntil));
    }
  }

  /** Brings units into being against one booked bank credit. */
  record Issue(Terms terms, AccountId to, Amount amount, String bank) implements Order {}

  /** Hands out a programme's or the fund's money. */
  record Grant(Terms terms, AccountId from, AccountId to, Amount amount, String programme)
      implements Order {}

  /** Pays, if wished what a payee asked for; the parties' roles decide the entry's kind. */
  record Pay(
      Terms terms,
      AccountId from,
      AccountId to,
      Amount amount,
      Optional<RequestTerms> request,
      Optional<String> memoHash)
      implements Order {}

  /** Gives money back to the payer of an earlier order, in whole or in part. */
  record Refund(Terms terms, OrderId original, Amount amount, Optional<String> memoHash)
      implements Order {}

  /** Asks for euros against units. */
  record Redeem(
      Terms terms,
      AccountId from,
      Amount amount,
      Purpose purpose,
      Optional<String> sector,
      String ibanHash)
      implements Order {}

  /** Books that the bank has paid a redemption. */
  record PaidOut(Terms terms, OrderId redeem, String bank) implements Order {}

  /** Books that a redemption's payout failed or came back: the units return. */
  record Returned(Terms terms, OrderId redeem, String bank) implements Order {}

  /** Reserves money for a payee until a moment. */
  record Hold(Terms terms, AccountId from, AccountId to, Amount amount, long until)
      implements Order {}

  /** Takes a hold's money, in whole or in part; the rest is released. */
  record Capture(Terms terms, OrderId hold, Amount amount) implements Order {}

  /** Lets a hold go. */
  record Release(Terms terms, OrderId hold) implements Order {}

  /** Charges demurrage to an account for a UTC month, {@code 2026-11}. */
  record Levy(Terms terms, AccountId account, String period) implements Order {}

  /** States the root over all balances just before its own entry, whose index is {@code size}. */
  record Seal(Terms terms, long size, String root) implements Order {}

  /** States the facts of one bank statement of the reserve account; amounts in minor units. */
  record Statement(
      Terms terms,
      String iban,
      long number,
      String openingDate,
      String closingDate,
      long opening,
      long credits,
      long debits,
      long closing,
      String fileHash)
      implements Order {}
}
