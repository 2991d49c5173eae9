package org.omloop.ledger.circulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A ledger of some dozens of rows of all kinds, made from a seed: small amounts, so that rounding matters, and many
 * rows at one time. In each fourth some may owe a little: what they pay below zero comes in as credit, and what they then
 * receive leaves first.
 */
final class RandomLedger {
  private static final String ACCOUNTS = """
      A,anna,resident,,buurt1
      A2,anna,resident,,buurt1
      B,bakery,firm,10.7,buurt1
      C,cafe,firm,56,buurt2
      D,dirk,resident,,buurt2
      E,eva,,,
      F,city,fund,,
      G,city,government,84,
      """;

  private record Refundable(String id, String payer, String payee, long left) {}

  private final Random random;
  private final List<String> accounts = List.of("A", "A2", "B", "C", "D", "E", "G");
  private final Map<String, Long> limits;
  private final Map<String, Long> balances = new HashMap<>();
  private final List<Refundable> refundable = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private long time;

  private RandomLedger(long seed) {
    random = new Random(seed);
    limits = seed % 4 == 3 ? Map.of("B", 300L, "C", 50L, "E", 120L) : Map.of();
  }

  /** Returns rows without their header. */
  static List<String> rows(long seed) {
    RandomLedger ledger = new RandomLedger(seed);
    int count = 5 + ledger.random.nextInt(60);
    for (int row = 0; row < count; row++) {
      ledger.add("r" + seed + "/" + row);
    }
    return ledger.rows;
  }

  /** Returns the accounts that the rows name, without their header. */
  static String accounts() {
    return ACCOUNTS;
  }

  private void add(String id) {
    if (random.nextInt(3) > 0) {
      time += random.nextInt(20 * 100_000);
    }
    int choice = rows.isEmpty() ? 0 : random.nextInt(20);
    if (choice < 4) {
      pay(id, "", any(), 1 + random.nextInt(300), random.nextBoolean() ? "issue" : "grant");
      return;
    }
    if (choice < 7 && !refundable.isEmpty()) {
      refund(id);
      return;
    }
    List<String> payers = balances.keySet().stream()
        .filter(account -> available(account) > 0)
        .sorted()
        .toList();
    if (payers.isEmpty()) {
      pay(id, "", any(), 1 + random.nextInt(300), "issue");
      return;
    }
    String payer = payers.get(random.nextInt(payers.size()));
    long available = available(payer);
    long amount = random.nextInt(4) == 0 ? available : 1 + random.nextInt((int) available);
    if (choice < 9) {
      pay(id, payer, "", amount, random.nextInt(3) == 0 ? "demurrage" : "redeem");
    } else if (choice < 11 && !payer.equals("F")) {
      pay(id, payer, "F", amount, random.nextBoolean() ? "demurrage" : "contribution");
    } else {
      String payee = other(payer);
      String kind = List.of("purchase", "b2b", "wage", "gift").get(random.nextInt(4));
      pay(id, payer, payee, amount, payer.equals("F") ? "grant" : kind);
    }
  }

  private void refund(String id) {
    Refundable original = refundable.get(random.nextInt(refundable.size()));
    long most = Math.min(original.left(), available(original.payee()));
    if (most == 0) {
      pay(id, "", any(), 1 + random.nextInt(300), "issue");
      return;
    }
    long amount = 1 + random.nextInt((int) most);
    refundable.remove(original);
    if (original.left() > amount) {
      refundable.add(new Refundable(
          original.id(), original.payer(), original.payee(), original.left() - amount));
    }
    write(id, original.payee(), original.payer(), amount, "refund", original.id());
  }

  private void pay(String id, String payer, String payee, long amount, String kind) {
    write(id, payer, payee, amount, kind, "");
    if (!payee.isEmpty()) {
      refundable.add(new Refundable(id, payer, payee, amount));
    }
  }

  private long available(String account) {
    return balance(account) + limits.getOrDefault(account, 0L);
  }

  private long balance(String account) {
    return balances.getOrDefault(account, 0L);
  }

  /** Writes a row, after the credit that it draws and before the credit that it retires. */
  private void write(
      String id, String payer, String payee, long amount, String kind, String refundOf) {
    if (!payer.isEmpty()) {
      long drawn = amount - Math.max(0, balance(payer));
      if (drawn > 0) {
        row(id + "-1", "", payer, drawn, "credit", "");
      }
      balances.merge(payer, -amount, Long::sum);
    }
    row(id, payer, payee, amount, kind, refundOf);
    if (!payee.isEmpty()) {
      long retired = Math.min(amount, -balance(payee));
      if (retired > 0) {
        row(id + "-2", payee, "", retired, "credit", "");
      }
      balances.merge(payee, amount, Long::sum);
    }
  }

  private void row(
      String id, String payer, String payee, long amount, String kind, String refundOf) {
    rows.add(String.format(
        "%s,%d.%05d,%s,%s,%d.%02d,%s,%s",
        id,
        time / 100_000,
        time % 100_000,
        payer,
        payee,
        amount / 100,
        amount % 100,
        kind,
        refundOf));
  }

  private String any() {
    return accounts.get(random.nextInt(accounts.size()));
  }

  private String other(String payer) {
    String payee = any();
    while (payee.equals(payer)) {
      payee = any();
    }
    return payee;
  }
}
