package org.omloop.server.demo.bank;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.demo.IntentOrders;
import org.omloop.server.demo.InventedBank;
import org.omloop.server.demo.MarketCalendar;
import org.omloop.server.demo.OrderNames;
import org.omloop.server.demo.market.Act;
import org.omloop.server.demo.market.BankLine;
import org.omloop.server.demo.market.BankStatement;
import org.omloop.server.demo.market.Intent;
import org.omloop.server.identity.BankAccount;
import org.omloop.server.payouts.EndToEndId;

/**
 * The plan's statements as the bank's files, so that the hash which an order names is that of a file which is there.
 * Thread-safe; intents are noted before the statements about them are asked for.
 */
public final class PlannedStatements {
  private final OrderNames names;
  private final InventedBank bank;
  private final MarketCalendar calendar;

  /** What the bank calls a line's payment, by the line's reference. */
  private final Map<String, String> endToEndIds = new ConcurrentHashMap<>();

  private volatile long number;
  private volatile long balance;

  public PlannedStatements(OrderNames names, InventedBank bank, MarketCalendar calendar) {
    this.names = names;
    this.bank = bank;
    this.calendar = calendar;
  }

  /** Takes in which lines are about which redemptions. */
  public void note(List<Intent> intents) {
    intents.stream().map(Intent::act).forEach(act -> {
      if (act instanceof Act.PaidOut paid) {
        note(paid.bankReference(), paid.redemption());
      } else if (act instanceof Act.Returned returned) {
        note(returned.bankReference(), returned.redemption());
      }
    });
  }

  private void note(String reference, long redemption) {
    endToEndIds.put(reference, EndToEndId.of(names.intent(redemption)));
  }

  /** Keeps the files of the statements among these intents. */
  public void keep(List<Intent> intents, BankFolder folder) {
    intents.stream().map(Intent::act).forEach(act -> {
      if (act instanceof Act.Statement stated) {
        folder.keep(of(stated.statement()));
        number = stated.statement().number();
        balance = stated.statement().closing();
      }
    });
  }

  /** Returns a planned statement as the bank makes it. */
  public AccountStatement of(BankStatement planned) {
    return new AccountStatement(
        IntentOrders.RESERVE_IBAN,
        planned.number(),
        calendar.date(planned.first()),
        calendar.date(planned.last()),
        planned.opening(),
        planned.lines().stream().map(this::entry).toList(),
        calendar.instant(planned.last().atTime(23, 45)));
  }

  private Entry entry(BankLine line) {
    BankAccount other = bank.of(line.account());
    String endToEndId = endToEndIds.getOrDefault(line.reference(), "");
    boolean isBack = line.minorUnits() > 0 && !endToEndId.isEmpty();
    return new Entry(
        line.reference(),
        line.minorUnits(),
        other.name(),
        other.iban(),
        endToEndId,
        isBack ? "" : line.reference(),
        isBack ? "AC04" : "");
  }

  /** Returns who pays in from a member's bank account. */
  public BankAccount payer(AccountId account) {
    return bank.of(account);
  }

  /** Opens the bank for what comes after the plan. */
  public DemoBank goOn(BankFolder folder, long seed) {
    return new DemoBank(folder, IntentOrders.RESERVE_IBAN, seed, number, balance);
  }
}
