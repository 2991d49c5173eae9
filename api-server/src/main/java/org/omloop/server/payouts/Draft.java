package org.omloop.server.payouts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.omloop.ledger.order.OrderId;
import org.omloop.ledger.signing.KeyId;

/**
 * A batch as its drafter signed it, with all that the file is made of but for the payees, who are kept elsewhere.
 *
 * @param redemptions what it pays out, in the file's order
 * @param by the drafter's key
 * @param draftedAt whole seconds
 * @param executionDate the day on which the bank is to pay
 * @param signed the drafter's own words, a compact JWS
 */
public record Draft(
    BatchId batch,
    List<OrderId> redemptions,
    KeyId by,
    Instant draftedAt,
    LocalDate executionDate,
    FileForm form,
    Debtor debtor,
    String signed) {
  public Draft {
    redemptions = List.copyOf(redemptions);
  }
}
