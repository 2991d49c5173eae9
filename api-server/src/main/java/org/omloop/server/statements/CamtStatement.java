package org.omloop.server.statements;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.omloop.ledger.account.AccountId;
import org.omloop.ledger.journal.Side;
import org.omloop.server.print.CircuitMoney;
import org.omloop.server.xml.XmlPieces;

/**
 * A statement as ISO 20022 camt.053.001.02 (Bank to Customer Statement), the version that most bookkeeping packages read.
 * Names keep their letters: XML in UTF-8 has all of them. Lengths are those of the schema.
 */
public final class CamtStatement implements StatementForm {
  /** What the root is in. */
  public static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.02";

  private static final int LONGEST_ACCOUNT = 34;
  private static final List<String> NUMBER = List.of("Id", "Othr", "Id");

  private final CircuitMoney money;
  private final Names names;
  private final StatementWords words;
  private final Instant madeAt;
  private final XmlPieces xml = new XmlPieces();
  private int lines;

  /**
   * Begins a statement.
   *
   * @param madeAt when the file is made
   */
  public CamtStatement(CircuitMoney money, Names names, StatementWords words, Instant madeAt) {
    this.money = money;
    this.names = names;
    this.words = words;
    this.madeAt = madeAt.truncatedTo(ChronoUnit.SECONDS);
  }

  @Override
  public String mediaType() {
    return "application/xml; charset=utf-8";
  }

  @Override
  public byte[] begin(Statement statement) {
    String id = FileKey.id(statement);
    StatementPeriod period = statement.period();
    xml.begin("Document", NAMESPACE);
    xml.open("BkToCstmrStmt");
    xml.in("GrpHdr", () -> {
      xml.text("MsgId", id);
      xml.text("CreDtTm", madeAt.toString());
    });
    xml.open("Stmt");
    xml.text("Id", id);
    statement.number().ifPresent(number -> xml.text("ElctrncSeqNb", Integer.toString(number)));
    xml.text("CreDtTm", madeAt.toString());
    xml.in("FrToDt", () -> {
      xml.text("FrDtTm", period.from() + "T00:00:00Z");
      xml.text("ToDtTm", period.until() + "T23:59:59Z");
    });
    xml.in("Acct", () -> account(statement.account()));
    balance("OPBD", statement.opening(), period.from());
    balance("CLBD", statement.closing(), period.until());
    return xml.take();
  }

  private void account(AccountId account) {
    xml.text(NUMBER, FileKey.account(account, LONGEST_ACCOUNT));
    xml.text("Ccy", money.isoCode());
    names.holder(account).ifPresent(holder -> xml.text(List.of("Ownr", "Nm"), holder));
  }

  private void balance(String code, long minorUnits, LocalDate day) {
    xml.in("Bal", () -> {
      xml.text(List.of("Tp", "CdOrPrtry", "Cd"), code);
      amount(Math.abs(minorUnits));
      xml.text("CdtDbtInd", minorUnits < 0 ? "DBIT" : "CRDT");
      xml.text(List.of("Dt", "Dt"), day.toString());
    });
  }

  private void amount(long minorUnits) {
    xml.text("Amt", "Ccy", money.isoCode(), money.decimal(minorUnits).toPlainString());
  }

  @Override
  public byte[] line(StatementLine line) {
    boolean isIn = line.side() == Side.CREDIT;
    lines++;
    xml.in("Ntry", () -> {
      xml.text("NtryRef", Integer.toString(lines));
      amount(line.amount().minorUnits());
      xml.text("CdtDbtInd", isIn ? "CRDT" : "DBIT");
      xml.text("Sts", "BOOK");
      xml.text(List.of("BookgDt", "Dt"), line.day().toString());
      xml.text(List.of("ValDt", "Dt"), line.day().toString());
      xml.text("AcctSvcrRef", Long.toString(line.entry().index()));
      xml.in("BkTxCd", () -> code(isIn ? "RCDT" : "ICDT"));
      xml.in("NtryDtls", () -> xml.in("TxDtls", () -> details(line, isIn)));
      xml.text("AddtlNtryInf", words.kind(line.entry().kind()));
    });
    return xml.take();
  }

  /** A transfer received or issued, from account to account of one ledger. */
  private void code(String family) {
    xml.in("Domn", () -> {
      xml.text("Cd", "PMNT");
      xml.in("Fmly", () -> {
        xml.text("Cd", family);
        xml.text("SubFmlyCd", "BOOK");
      });
    });
  }

  private void details(StatementLine line, boolean isIn) {
    xml.in("Refs", () -> {
      xml.text("AcctSvcrRef", Long.toString(line.entry().index()));
      xml.text("EndToEndId", line.orderReference());
    });
    line.counterparty()
        .ifPresent(other -> xml.in("RltdPties", () -> {
          String party = isIn ? "Dbtr" : "Cdtr";
          xml.text(List.of(party, "Nm"), names.of(other));
          xml.in(party + "Acct", () -> xml.text(NUMBER, FileKey.account(other, LONGEST_ACCOUNT)));
        }));
    xml.text(List.of("RmtInf", "Ustrd"), words.kind(line.entry().kind()));
  }

  @Override
  public byte[] end(Statement.Totals totals) {
    xml.close();
    xml.close();
    xml.close();
    return xml.take();
  }
}
