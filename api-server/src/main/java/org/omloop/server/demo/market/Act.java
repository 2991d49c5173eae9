package org.omloop.server.demo.market;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.account.Classification;
import org.omloop.ledger.money.Amount;
import org.omloop.ledger.order.Purpose;

/** What somebody in the market does: one record per type of order that the plan asks for. Immutable. */
public sealed interface Act {
  /** Returns the accounts whose state decides the outcome, each once; see {@link Intent} for what follows from it. */
  List<AccountId> touches();

  /** Returns the line of the reserve account's statement that it books; empty where no euros move. */
  default Optional<BankLine> bankLine() {
    return Optional.empty();
  }

  /** Handles every case; Java 17 has no exhaustive switch over sealed types. */
  <T> T match(Cases<T> cases);

  /** One answer per kind of act. */
  interface Cases<T> {
    T join(Join act);

    T enrol(Enrol act);

    T classify(Classify act);

    T topUp(TopUp act);

    T layDown(LayDown act);

    T grant(Grant act);

    T pay(Pay act);

    T refund(Refund act);

    T redeem(Redeem act);

    T paidOut(PaidOut act);

    T returned(Returned act);

    T statement(Statement act);

    T hold(Hold act);

    T capture(Capture act);

    T release(Release act);

    T suspend(Suspend act);

    T levy(Levy act);
  }

  /** The operator opens an account for somebody who joins. */
  record Join(AccountId account) implements Act {
    @Override
    public List<AccountId> touches() {
      return List.of(account);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.join(this);
    }
  }

  /** Whoever joined takes up their phone, till or card. */
  record Enrol(AccountId account) implements Act {
    @Override
    public List<AccountId> touches() {
      return List.of(account);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.enrol(this);
    }
  }

  /** The operator notes that an organisation has moved, or has another trade. */
  record Classify(AccountId account, Classification classification) implements Act {
    @Override
    public List<AccountId> touches() {
      return List.of(account);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.classify(this);
    }
  }

  /** The operator issues units against a bank credit. */
  record TopUp(AccountId to, Amount amount, String bankReference) implements Act {
    @Override
    public List<AccountId> touches() {
      return List.of(to);
    }

    @Override
    public Optional<BankLine> bankLine() {
      return Optional.of(new BankLine(bankReference, to, amount.minorUnits()));
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.topUp(this);
    }
  }

  /** Two operators lay down how much a programme hands out, from now on until the morning of a day. */
  record LayDown(AccountId from, String programme, Amount budget, LocalDate until) implements Act {
    @Override
    public List<AccountId> touches() {
      return List.of(from);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.layDown(this);
    }
  }

  /** A programme or the fund hands out money; {@code programme} is its name in orders. */
  record Grant(AccountId from, AccountId to, Amount amount, String programme) implements Act {
    @Override
    public List<AccountId> touches() {
      return List.of(from, to);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.grant(this);
    }
  }

  /** A member pays another; the same account twice in a payment that is to be refused. */
  record Pay(AccountId from, AccountId to, Amount amount) implements Act {
    @Override
    public List<AccountId> touches() {
      return from.equals(to) ? List.of(from) : List.of(from, to);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.pay(this);
    }
  }

  /** The payee of an earlier payment gives money back; {@code from} is that payee, {@code to} its payer. */
  record Refund(long original, AccountId from, AccountId to, Amount amount) implements Act {
    @Override
    public List<AccountId> touches() {
      return List.of(from, to);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.refund(this);
    }
  }

  /** A member asks for euros; the sector is that of the supplier missing in the circuit, where that is the purpose. */
  record Redeem(AccountId from, Amount amount, Purpose purpose, Optional<String> sector)
      implements Act {
    @Override
    public List<AccountId> touches() {
      return List.of(from);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.redeem(this);
    }
  }

  /** The operator books that the bank has paid an earlier redemption. */
  record PaidOut(long redemption, AccountId from, Amount amount, String bankReference)
      implements Act {
    @Override
    public List<AccountId> touches() {
      return List.of(from);
    }

    @Override
    public Optional<BankLine> bankLine() {
      return Optional.of(new BankLine(bankReference, from, -amount.minorUnits()));
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.paidOut(this);
    }
  }

  /** The bank sends back what it had paid out: the units return to the member. */
  record Returned(
      long redemption, AccountId from, Amount amount, Purpose purpose, String bankReference)
      implements Act {
    @Override
    public List<AccountId> touches() {
      return List.of(from);
    }

    @Override
    public Optional<BankLine> bankLine() {
      return Optional.of(new BankLine(bankReference, from, amount.minorUnits()));
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.returned(this);
    }
  }

  /** The server books what the bank says of the reserve account, after all that it lists. */
  record Statement(BankStatement statement) implements Act {
    @Override
    public List<AccountId> touches() {
      return statement.accounts();
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.statement(this);
    }
  }

  /** A member reserves money for a payee, such as a deposit, until a local time. */
  record Hold(AccountId from, AccountId to, Amount amount, LocalDateTime until) implements Act {
    @Override
    public List<AccountId> touches() {
      return List.of(from, to);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.hold(this);
    }
  }

  /** The payee of an earlier hold takes a part of what was held; the rest is free again. */
  record Capture(long hold, AccountId from, AccountId to, Amount held, Amount amount)
      implements Act {
    @Override
    public List<AccountId> touches() {
      return List.of(from, to);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.capture(this);
    }
  }

  /** The payee of an earlier hold lets it go. */
  record Release(long hold, AccountId from, AccountId to, Amount held) implements Act {
    @Override
    public List<AccountId> touches() {
      return List.of(from, to);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.release(this);
    }
  }

  /** The operator stops an account, or lets it go on. */
  record Suspend(AccountId account, boolean suspended) implements Act {
    @Override
    public List<AccountId> touches() {
      return List.of(account);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.suspend(this);
    }
  }

  /** The currency charges demurrage for a month, by policy, in favour of the fund. */
  record Levy(YearMonth period, AccountId account, AccountId fund) implements Act {
    @Override
    public List<AccountId> touches() {
      return List.of(account, fund);
    }

    @Override
    public <T> T match(Cases<T> cases) {
      return cases.levy(this);
    }
  }
}
