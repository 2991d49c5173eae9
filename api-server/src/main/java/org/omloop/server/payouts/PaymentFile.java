package org.omloop.server.payouts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import org.omloop.ledger.signing.Sha256;
import org.omloop.server.xml.XmlPieces;

/**
 * A file that asks the bank to pay (pain.001). Nothing in it is taken from the moment of writing, so the same batch
 * always gives the same bytes.
 *
 * @param draftedAt when the batch was drafted; the file says whole seconds
 * @param executionDate the day on which the bank is to pay
 * @param transfers in order, one at least
 */
public record PaymentFile(
    BatchId batch,
    FileForm form,
    Instant draftedAt,
    LocalDate executionDate,
    Debtor debtor,
    List<CreditTransfer> transfers) {
  private static final int LONGEST_NAME = 70;
  private static final int LONGEST_REMITTANCE = 140;
  private static final List<String> IBAN = List.of("Id", "IBAN");

  public PaymentFile {
    transfers = List.copyOf(transfers);
  }

  /** Returns the sum, in cents. */
  public long total() {
    return transfers.stream().mapToLong(CreditTransfer::cents).reduce(0, Math::addExact);
  }

  /** Returns the SHA-256 of the bytes, in hexadecimal: what a second person approves. */
  public String sha256() {
    return HexFormat.of().formatHex(Sha256.of(bytes()));
  }

  /** Writes the file. */
  public byte[] bytes() {
    XmlPieces xml = new XmlPieces();
    xml.begin("Document", form.namespace());
    xml.in("CstmrCdtTrfInitn", () -> {
      xml.in("GrpHdr", () -> {
        xml.text("MsgId", batch.messageId());
        xml.text("CreDtTm", draftedAt.truncatedTo(ChronoUnit.SECONDS).toString());
        sums(xml);
        xml.text(List.of("InitgPty", "Nm"), SepaText.of(debtor.name(), LONGEST_NAME));
      });
      xml.in("PmtInf", () -> payment(xml));
    });
    xml.close();
    return xml.take();
  }

  private void sums(XmlPieces xml) {
    xml.text("NbOfTxs", Integer.toString(transfers.size()));
    xml.text("CtrlSum", euros(total()));
  }

  /** One bank line for each payout, so that each is matched alone. */
  private void payment(XmlPieces xml) {
    xml.text("PmtInfId", batch.messageId());
    xml.text("PmtMtd", "TRF");
    xml.text("BtchBookg", "false");
    sums(xml);
    xml.text(List.of("PmtTpInf", "SvcLvl", "Cd"), "SEPA");
    if (form == FileForm.V03) {
      xml.text("ReqdExctnDt", executionDate.toString());
    } else {
      xml.text(List.of("ReqdExctnDt", "Dt"), executionDate.toString());
    }
    xml.text(List.of("Dbtr", "Nm"), SepaText.of(debtor.name(), LONGEST_NAME));
    xml.in("DbtrAcct", () -> xml.text(IBAN, debtor.iban()));
    xml.text(List.of("DbtrAgt", "FinInstnId", "Othr", "Id"), "NOTPROVIDED");
    xml.text("ChrgBr", "SLEV");
    transfers.forEach(each -> xml.in("CdtTrfTxInf", () -> transfer(each, xml)));
  }

  private void transfer(CreditTransfer transfer, XmlPieces xml) {
    xml.text(List.of("PmtId", "EndToEndId"), transfer.endToEndId());
    xml.in("Amt", () -> xml.text("InstdAmt", "Ccy", "EUR", euros(transfer.cents())));
    xml.text(List.of("Cdtr", "Nm"), transfer.payee().sepaName());
    xml.in("CdtrAcct", () -> xml.text(IBAN, transfer.payee().iban()));
    xml.text(
        List.of("RmtInf", "Ustrd"),
        SepaText.of(debtor.name() + " " + transfer.redemption(), LONGEST_REMITTANCE));
  }

  private static String euros(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }
}
