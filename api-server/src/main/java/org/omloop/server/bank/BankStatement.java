package org.omloop.server.bank;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.omloop.ledger.journal.Side;

/**
 * One statement of an account, as a bank's file has it. Amounts are euro cents; balances below zero are an overdraft.
 *
 * @param id the bank's name for it
 * @param electronicNumber its number in the bank's count; empty where the bank counts none
 * @param account whose statement it is
 * @param openingDate the day of the opening balance
 * @param closingDate the day of the closing balance
 * @param lines what was booked, in the order of the file; nothing that is only expected
 * @param fileHash SHA-256 of the whole file, base64url
 * @param copy {@code CODU}, {@code COPY} or {@code DUPL} where the bank says that it was sent before
 * @param page of a statement in several files, from 1
 * @param isLastPage whether no page follows
 */
public record BankStatement(
    String id,
    OptionalLong electronicNumber,
    Iban account,
    LocalDate openingDate,
    LocalDate closingDate,
    long opening,
    long closing,
    List<BankLine> lines,
    String fileHash,
    Optional<String> copy,
    int page,
    boolean isLastPage) {
  public BankStatement {
    lines = List.copyOf(lines);
  }

  /** Returns what came in, euro cents. */
  public long credits() {
    return sum(Side.CREDIT);
  }

  /** Returns what went out, euro cents, as a number that is not negative. */
  public long debits() {
    return sum(Side.DEBIT);
  }

  /** Tells whether opening plus credits less debits is closing (I6). */
  public boolean addsUp() {
    return Math.subtractExact(Math.addExact(opening, credits()), debits()) == closing;
  }

  private long sum(Side side) {
    return lines.stream()
        .filter(line -> line.side() == side)
        .mapToLong(BankLine::cents)
        .reduce(0, Math::addExact);
  }
}
