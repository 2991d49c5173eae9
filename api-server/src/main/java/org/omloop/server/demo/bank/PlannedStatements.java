package org.omloop.server.demo.bank;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.bank.Iban;
import org.omloop.server.bank.LineKey;
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
 * The plan's statements as the bank's files. A line's name is known before its statement is made, so that the order which books
 * it names the very line that is read from the file. Thread-safe; intents are noted in their order, before anything is asked
 * about them.
 */
public final class PlannedStatements {
  private static final Iban RESERVE = new Iban(IntentOrders.RESERVE_IBAN);

  private final OrderNames names;
  private final InventedBank bank;
  private final MarketCalendar calendar;

  /** By the plan's reference of the line, as are the next. */
  private final Map<String, String> endToEndIds = new ConcurrentHashMap<>();

  private final Map<String, LocalDate> bookedOn = new ConcurrentHashMap<>();
  private final Map<String, String> keys = new ConcurrentHashMap<>();

  private volatile long noted;
  private volatile long number;
  private volatile long balance;

  public PlannedStatements(OrderNames names, InventedBank bank, MarketCalendar calendar) {
    this.names = names;
    this.bank = bank;
    this.calendar = calendar;
  }

  /** Takes in which lines there will be, on which statement, and about which redemptions. */
  public void note(List<Intent> intents) {
    for (Intent each : intents) {
      Act act = each.act();
      act.bankLine().ifPresent(line -> note(line.reference(), each.at().toLocalDate()));
      if (act instanceof Act.PaidOut paid) {
        endToEndIds.put(paid.bankReference(), EndToEndId.of(names.intent(paid.redemption())));
      } else if (act instanceof Act.Returned back) {
        endToEndIds.put(back.bankReference(), EndToEndId.of(names.intent(back.redemption())));
      } else if (act instanceof Act.Statement stated) {
        noted = stated.statement().number();
      }
    }
  }

  /** What happens before a statement is on it. */
  private void note(String reference, LocalDate day) {
    bookedOn.put(reference, calendar.date(day));
    String statement = AccountStatement.id(IntentOrders.RESERVE_IBAN, noted + 1);
    keys.put(reference, LineKey.of(RESERVE, statement, plain(reference)));
  }

  private static String plain(String reference) {
    return reference.replace('/', '-');
  }

  /** Returns the name that a line will have, by the plan's reference. */
  public String key(String reference) {
    return keys.getOrDefault(reference, reference);
  }

  /**
   * Makes the files of the statements among these intents, which from then on are the bank's.
   *
   * @param topUpReference what a payer to that account writes
   */
  public List<AccountStatement> made(
      List<Intent> intents, Function<AccountId, String> topUpReference) {
    List<AccountStatement> made = new ArrayList<>();
    for (Intent each : intents) {
      if (each.act() instanceof Act.Statement stated) {
        made.add(of(stated.statement(), topUpReference));
        number = stated.statement().number();
        balance = stated.statement().closing();
      }
    }
    return made;
  }

  /** Returns a planned statement as the bank makes it. */
  public AccountStatement of(BankStatement planned, Function<AccountId, String> topUpReference) {
    return new AccountStatement(
        IntentOrders.RESERVE_IBAN,
        planned.number(),
        calendar.date(planned.first()),
        calendar.date(planned.last()),
        planned.opening(),
        planned.lines().stream().map(line -> entry(line, topUpReference)).toList(),
        calendar.instant(planned.last().atTime(23, 45)));
  }

  /** Returns into whose accounts a statement among the intents says that money was paid. */
  public static List<AccountId> toppedUp(Intent stated) {
    return ((Act.Statement) stated.act())
        .statement().lines().stream()
            .filter(line -> line.minorUnits() > 0)
            .map(BankLine::account)
            .distinct()
            .toList();
  }

  private Entry entry(BankLine line, Function<AccountId, String> topUpReference) {
    BankAccount other = bank.of(line.account());
    String endToEndId = endToEndIds.getOrDefault(line.reference(), "");
    boolean isTopUp = endToEndId.isEmpty();
    boolean isBack = line.minorUnits() > 0 && !isTopUp;
    return new Entry(
        plain(line.reference()),
        Optional.ofNullable(bookedOn.get(line.reference())),
        line.minorUnits(),
        other.name(),
        other.iban(),
        endToEndId,
        isTopUp ? topUpReference.apply(line.account()) : "",
        isBack ? "AC04" : "");
  }

  /** Returns who pays in from a member's bank account. */
  public BankAccount payer(AccountId account) {
    return bank.of(account);
  }

  /** Opens the bank for what comes after the plan. */
  public DemoBank goOn(FileExchange folder, long seed) {
    return new DemoBank(folder, IntentOrders.RESERVE_IBAN, seed, number, balance);
  }
}
