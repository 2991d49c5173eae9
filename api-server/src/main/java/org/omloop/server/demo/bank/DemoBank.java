package org.omloop.server.demo.bank;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omloop.server.demo.bank.PaymentFileRefused.Reason;
import org.omloop.server.demo.neighbourhood.Chance;

/**
 * The bank that holds the demo's reserve account. It books what comes in, pays what lies in its folder, never the same
 * payment twice and never more than there is, and sends one in twenty back with the statement after. Thread-safe.
 */
public final class DemoBank {
  private static final int RETURNED_PER_MILLE = 50;
  private static final String CLOSED_ACCOUNT = "AC04";
  private static final String VISITORS = "V-";

  /** With right check digits, at a bank that there is not. */
  private static final String VISITORS_IBAN = "NL93OMLP0000000001";

  private final FileExchange folder;
  private final String iban;
  private final Chance chance;
  private final Set<String> paid = new HashSet<>();
  private final List<Entry> booked = new ArrayList<>();
  private List<Entry> comingBack = new ArrayList<>();
  private long number;
  private long balance;
  private long references;

  /**
   * Opens the bank.
   *
   * @param seed decides which payments come back
   * @param number of the last statement that was made before
   * @param balance what stands on the account since, euro cents
   */
  public DemoBank(FileExchange folder, String iban, long seed, long number, long balance) {
    this.folder = folder;
    this.iban = iban;
    this.chance = Chance.of(seed, "the demo's bank");
    this.number = number;
    this.balance = balance;
  }

  /**
   * Books a payment that came in.
   *
   * @param text what the payer wrote, such as the reference of a top-up
   */
  public synchronized void receive(String text, long cents, String name, String payerIban) {
    booked.add(new Entry(nextReference(), Optional.empty(), cents, name, payerIban, "", text, ""));
  }

  /** Books what a visitor of the demo pays in: the same, with a reference by which it is left to visitors. */
  synchronized void receiveFromVisitor(String text, long cents, String name) {
    String reference = VISITORS + nextReference();
    booked.add(new Entry(reference, Optional.empty(), cents, name, VISITORS_IBAN, "", text, ""));
  }

  /** Whether a line is of what a visitor paid in, so that visitors sign for it. */
  public static boolean isVisitors(String bankReference) {
    return bankReference.startsWith(VISITORS);
  }

  private String nextReference() {
    references++;
    return "DB" + (number + 1) + "-" + references;
  }

  /** Books what the payment files ask for; a file with anything wrong is refused whole. */
  public synchronized void pay() {
    for (Path file : folder.waiting()) {
      try {
        pay(folder.read(file));
        folder.done(file);
      } catch (PaymentFileRefused refused) {
        folder.refuse(file, String.valueOf(refused.getMessage()));
      }
    }
  }

  /**
   * Books what a payment file asks for.
   *
   * @return how many payments that are
   * @throws PaymentFileRefused if anything is wrong with it; then nothing of it is paid
   */
  synchronized int pay(byte[] file) {
    PaymentOrders orders = read(file);
    pay(orders);
    return orders.payments().size();
  }

  private static PaymentOrders read(byte[] file) {
    try {
      return PaymentOrders.read(file);
    } catch (IllegalArgumentException wrong) {
      throw new PaymentFileRefused(Reason.UNREADABLE, String.valueOf(wrong.getMessage()));
    }
  }

  private void pay(PaymentOrders orders) {
    if (!orders.debtorIban().equals(iban)) {
      throw new PaymentFileRefused(
          Reason.OTHER_ACCOUNT, orders.debtorIban() + " is no account of this bank");
    }
    Set<String> names = new HashSet<>();
    long sum = 0;
    for (PaymentOrders.Payment each : orders.payments()) {
      if (paid.contains(each.endToEndId()) || !names.add(each.endToEndId())) {
        throw new PaymentFileRefused(Reason.PAID_BEFORE, each.endToEndId() + " was paid before");
      }
      sum += each.cents();
    }
    if (sum > balance + booked.stream().mapToLong(Entry::cents).sum()) {
      throw new PaymentFileRefused(Reason.NOT_ENOUGH, "there is not enough on the account");
    }
    paid.addAll(names);
    orders.payments().forEach(this::pay);
  }

  private void pay(PaymentOrders.Payment payment) {
    booked.add(entry(payment, -payment.cents(), ""));
    if (chance.perMille(RETURNED_PER_MILLE)) {
      comingBack.add(entry(payment, payment.cents(), CLOSED_ACCOUNT));
    }
  }

  private Entry entry(PaymentOrders.Payment payment, long cents, String returnReason) {
    return new Entry(
        nextReference(),
        Optional.empty(),
        cents,
        payment.name(),
        payment.iban(),
        payment.endToEndId(),
        payment.text(),
        returnReason);
  }

  /** Ends a day: returns the statement of what was booked since the last, and keeps its file; empty if nothing was. */
  public synchronized Optional<AccountStatement> state(LocalDate day, Instant now) {
    if (booked.isEmpty()) {
      return Optional.empty();
    }
    number++;
    AccountStatement statement = new AccountStatement(iban, number, day, day, balance, booked, now);
    folder.keep(statement);
    balance = statement.closing();
    booked.clear();
    booked.addAll(comingBack);
    comingBack = new ArrayList<>();
    return Optional.of(statement);
  }
}
