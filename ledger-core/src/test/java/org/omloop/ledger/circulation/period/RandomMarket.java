package org.omloop.ledger.circulation.period;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.omloop.ledger.circulation.disclosure.Period;
import org.omloop.ledger.circulation.journal.JournalRows;
import org.omloop.ledger.script.LedgerScript;

/**
 * A script of some months of all kinds of movements, made from a seed; everybody begins with more than the script can
 * take, so that every line is booked. Refunds come up to months after what they refund, and facts change on the way.
 */
final class RandomMarket {
  /** The periods that a market may be looked at by. */
  static final List<Period> PERIODS = List.of(
      Period.month(2026, 9),
      Period.month(2026, 10),
      Period.month(2026, 11),
      Period.quarter(2026, 3),
      Period.quarter(2026, 4),
      Period.year(2026));

  private static final List<String> RESIDENTS = List.of("anna", "ben", "carl", "dora");
  private static final List<String> ORGANISATIONS =
      List.of("bakery", "mill", "school", "shed", "clinic");
  private static final List<String> SECTORS = List.of(
      "",
      " sector=SBI2008:47241",
      " sector=SBI2008:10610",
      " sector=SBI2025:56101",
      " sector=SBI2008:86101");
  private static final List<String> AREAS =
      List.of("", " area=2026:BU0363MA01", " area=2026:BU0363MA02", " area=2025:BU0363MB01");
  private static final List<String> PURPOSES = List.of("supplier", "wages", "energy", "other");
  private static final int MOST = 99;

  private record Payment(String id, int left) {}

  private final Random random;
  private final List<String> lines = new ArrayList<>();
  private final List<Payment> payments = new ArrayList<>();
  private final List<String> redemptions = new ArrayList<>();
  private final Set<String> levied = new HashSet<>();
  private LocalDateTime now = LocalDateTime.of(2026, 9, 20, 9, 0);

  private RandomMarket(long seed) {
    random = new Random(seed);
  }

  static JournalRows journal(long seed) {
    JournalRows journal = new JournalRows();
    LedgerScript.journal(script(seed)).forEach(journal::follow);
    return journal;
  }

  private static String script(long seed) {
    RandomMarket market = new RandomMarket(seed);
    market.open();
    for (int step = 0; step < 50; step++) {
      market.go("m" + step);
    }
    return String.join("\n", market.lines);
  }

  private void open() {
    add("found at=2026-09-20T09:00 contributionBasisPoints=1000 demurrageBasisPoints=100"
        + " fundAccount=pot giftsBetweenResidents=true redemptionFeeBasisPoints=500");
    add("open city treasury");
    add("open pot fund");
    for (String account : List.of("city", "pot")) {
      for (int key = 1; key <= 2; key++) {
        add("key " + account + "-" + key + " on " + account + " rights=pay by chair+treasurer");
      }
    }
    add("issue i1 city 500.00");
    add("issue i2 pot 80.00");
    RESIDENTS.forEach(name -> {
      add("open " + name + " resident" + any(AREAS));
      add("grant g-" + name + " city -> " + name + " 80.00 by city-1+city-2");
    });
    ORGANISATIONS.forEach(name -> {
      add("open " + name + " organisation" + any(SECTORS) + any(AREAS));
      add("issue i-" + name + " " + name + " 80.00");
    });
  }

  private void go(String id) {
    now = now.plusHours(random.nextInt(80));
    add("at " + now);
    switch (random.nextInt(13)) {
      case 0 -> redeem(id);
      case 1 -> bringBack(id);
      case 2, 3 -> refund(id);
      case 4 -> add("grant " + id + " pot -> " + anybody() + " " + some() + " by pot-1+pot-2");
      case 5 -> add("classify " + any(ORGANISATIONS) + " social" + any(SECTORS) + any(AREAS));
      case 6 -> add("pay " + id + " " + anybody() + " -> pot " + some());
      case 7 -> levy(id);
      default -> pay(id);
    }
  }

  private void pay(String id) {
    String payer = anybody();
    String payee = anybody();
    int amount = 1 + random.nextInt(MOST);
    if (!payer.equals(payee)) {
      add("pay " + id + " " + payer + " -> " + payee + " " + euros(amount));
      payments.add(new Payment(id, amount));
    }
  }

  private void refund(String id) {
    if (!payments.isEmpty()) {
      Payment original = payments.remove(random.nextInt(payments.size()));
      int amount = 1 + random.nextInt(original.left());
      add("refund " + id + " " + original.id() + " " + euros(amount));
      if (original.left() > amount) {
        payments.add(new Payment(original.id(), original.left() - amount));
      }
    }
  }

  /** Once for each account and month, and for none before. */
  private void levy(String id) {
    String account = anybody();
    String month = YearMonth.from(now).toString();
    if (levied.add(account + month)) {
      add("levy " + id + " " + month + " " + account);
    }
  }

  private void redeem(String id) {
    String sector = random.nextBoolean() ? any(SECTORS) : "";
    add("redeem " + id + " " + any(ORGANISATIONS) + " " + some() + " " + any(PURPOSES) + sector);
    redemptions.add(id);
  }

  private void bringBack(String id) {
    if (!redemptions.isEmpty()) {
      String redemption = redemptions.remove(random.nextInt(redemptions.size()));
      add("returned " + id + " " + redemption);
    }
  }

  private void add(String line) {
    lines.add(line);
  }

  private String anybody() {
    return random.nextBoolean() ? any(RESIDENTS) : any(ORGANISATIONS);
  }

  private String some() {
    return euros(1 + random.nextInt(MOST));
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static String euros(int cents) {
    return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
  }
}
