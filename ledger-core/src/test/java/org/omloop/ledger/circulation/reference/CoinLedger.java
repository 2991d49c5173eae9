package org.omloop.ledger.circulation.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every cent on its account, followed through the rows under one rule. */
final class CoinLedger {
  /** A cent that left. */
  record Exit(Coin coin, String kind, long time) {}

  final Map<String, List<Coin>> accounts = new TreeMap<>();
  final List<Exit> exits = new ArrayList<>();
  long spellCents;
  BigInteger spellTime = BigInteger.ZERO;

  private final Map<String, Row> rows = new HashMap<>();
  private final Map<String, String> units;
  private final String rule;

  CoinLedger(Map<String, String> units, String rule) {
    this.units = units;
    this.rule = rule;
  }

  void fold(Row row) {
    rows.put(row.id(), row);
    List<Coin> payee = row.to().isEmpty() ? List.of() : coins(row.to());
    if (row.from().isEmpty()) {
      for (int cent = 0; cent < row.cents(); cent++) {
        payee.add(new Coin(row.id(), row.time(), 0, row.time(), row.id()));
      }
      return;
    }
    List<Coin> taken = take(row);
    for (Coin coin : taken) {
      if (endsSpell(row)) {
        spellCents++;
        spellTime = spellTime.add(BigInteger.valueOf(row.time() - coin.arrived()));
      }
      if (row.to().isEmpty()) {
        exits.add(new Exit(coin, row.kind(), row.time()));
      } else if (row.isOwn(units)) {
        payee.add(coin);
      } else {
        payee.add(new Coin(
            coin.cohort(), coin.entered(), coin.hops() + change(row), row.time(), row.id()));
      }
    }
  }

  private List<Coin> coins(String account) {
    return accounts.computeIfAbsent(account, added -> new ArrayList<>());
  }

  private boolean endsSpell(Row row) {
    return row.isHop(units)
        || row.kind().equals("redeem")
        || row.kind().equals("contribution") && !row.isOwn(units);
  }

  private int change(Row row) {
    if (row.kind().equals("refund")) {
      return rows.get(row.refundOf()).isHop(units) ? -1 : 0;
    }
    return row.isHop(units) ? 1 : 0;
  }

  private List<Coin> take(Row row) {
    List<Coin> list = coins(row.from());
    List<Coin> taken = new ArrayList<>();
    if (!row.refundOf().isEmpty()) {
      List<Coin> targets = new ArrayList<>(list);
      targets.removeIf(coin -> !coin.lastRow().equals(row.refundOf()));
      taken.addAll(choose(row, targets, Math.min(row.cents(), targets.size())));
      removeSame(list, taken);
    }
    List<Coin> more = choose(row, list, row.cents() - taken.size());
    removeSame(list, more);
    taken.addAll(more);
    return taken;
  }

  /** Removes these very coins; equal ones stay. */
  private static void removeSame(List<Coin> list, List<Coin> taken) {
    Set<Coin> these = Collections.newSetFromMap(new IdentityHashMap<>());
    these.addAll(taken);
    list.removeIf(these::contains);
  }

  private List<Coin> choose(Row row, List<Coin> list, int count) {
    if (count == 0) {
      return List.of();
    }
    if (rule.equals("mixed") || Set.of("demurrage", "credit").contains(row.kind())) {
      return share(row.id(), list, count);
    }
    return rule.equals("fifo")
        ? List.copyOf(list.subList(0, count))
        : List.copyOf(list.subList(list.size() - count, list.size()));
  }

  private static List<Coin> share(String id, List<Coin> list, int count) {
    BigInteger whole = BigInteger.valueOf(list.size());
    BigInteger offset = hash(id).multiply(whole).shiftRight(64);
    List<Coin> taken = new ArrayList<>();
    for (int place = 0; place < list.size(); place++) {
      BigInteger before = steps(count, place, offset, whole);
      if (!before.equals(steps(count, place + 1, offset, whole))) {
        taken.add(list.get(place));
      }
    }
    return taken;
  }

  private static BigInteger steps(int count, int place, BigInteger offset, BigInteger whole) {
    return BigInteger.valueOf((long) count * place).add(offset).divide(whole);
  }

  private static BigInteger hash(String id) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
      return new BigInteger(1, Arrays.copyOf(digest, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
