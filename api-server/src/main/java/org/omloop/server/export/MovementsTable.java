package org.omloop.server.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.Account;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.EntryKind;
import org.omloop.ledger.journal.JournalEntry;
import org.omloop.ledger.order.Order;
import org.omloop.ledger.order.OrderId;

/**
 * Every movement that touches the circuit, as comma-separated values: {@code id,time,from,to,amount,kind,refund_of}
 * (circulation.md, section 9). Amounts are decimals of the ledger's scale, times RFC 3339 in UTC to the millisecond, and
 * {@code id} is the entry's index; further movements of one entry have a number behind it, such as {@code 17.1}.
 */
public final class MovementsTable implements ExportForm {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final BufferedWriter out;
  private final Map<OrderId, Long> payments = new HashMap<>();
  private Decimal decimal = new Decimal(2);

  /** Writes a file, over what stood there. */
  public MovementsTable(Path file) throws IOException {
    this.out = Files.newBufferedWriter(file, UTF_8);
    out.write("id,time,from,to,amount,kind,refund_of\n");
  }

  @Override
  public void take(JournalEntry entry, byte[] leaf, Ledger after) throws IOException {
    if (entry.order().order() instanceof Order.Genesis genesis) {
      decimal = new Decimal(genesis.scale());
    }
    List<Movement> movements = Movement.of(entry);
    if (canGoBack(entry.kind())) {
      payments.put(entry.order().id(), entry.index());
    }
    for (Movement each : movements) {
      if (isInside(each.from(), after) || isInside(each.to(), after)) {
        write(entry, each, kind(entry, each), refundOf(entry, each, movements.size()));
      }
    }
  }

  private static boolean canGoBack(EntryKind kind) {
    return isPayment(kind) || kind == EntryKind.GRANT;
  }

  private static boolean isPayment(EntryKind kind) {
    return kind.isSpending() || kind == EntryKind.CONTRIBUTION;
  }

  private static boolean isInside(AccountId id, Ledger ledger) {
    return ledger.account(id).map(Account::type).orElseThrow().isInsideCircuit();
  }

  /** What a payment carries to the fund is a contribution; what comes back from the bank comes in again. */
  private static String kind(JournalEntry entry, Movement movement) {
    if (isPayment(entry.kind()) && movement.number() > 0) {
      return EntryKind.CONTRIBUTION.wireName();
    }
    return (entry.kind() == EntryKind.RETURNED ? EntryKind.ISSUE : entry.kind()).wireName();
  }

  /** Where the fund gives its share back, that comes first, and is of the contribution. */
  private String refundOf(JournalEntry entry, Movement movement, int movements) {
    if (!(entry.order().order() instanceof Order.Refund refund)) {
      return "";
    }
    long original = Optional.ofNullable(payments.get(refund.original())).orElseThrow();
    boolean ofContribution = movement.number() < movements - 1;
    return Movement.id(original, ofContribution ? 1 : 0);
  }

  private void write(JournalEntry entry, Movement movement, String kind, String refundOf)
      throws IOException {
    Instant time = Instant.EPOCH.plus(entry.bookedAt(), ChronoUnit.MICROS);
    out.write(String.join(
        ",",
        movement.id(),
        TIME.format(time),
        movement.from().value(),
        movement.to().value(),
        decimal.write(movement.amount()),
        kind,
        refundOf));
    out.write('\n');
  }

  @Override
  public void finish(String checkpoint, Ledger end) throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
