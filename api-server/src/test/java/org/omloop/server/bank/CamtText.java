package org.omloop.server.bank;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes statements as a bank would, so that tests can change one thing. */
public final class CamtText {
  /** Stands for the entry's own amount, which version 04 wants repeated. */
  private static final String WHOLE = "@";

  public static final String RESERVE = "NL02ABNA0123456789";

  private final String version;
  private final String id;
  private final List<String> entries = new ArrayList<>();
  private String number;
  private String iban = RESERVE;
  private String date = "2026-11-23";
  private String extra = "";
  private String openingCode = "OPBD";
  private String closingCode = "CLBD";
  private String pages = "";
  private long opening;
  private long sum;

  /**
   * Begins a statement.
   *
   * @param version 02, 04 or 08
   * @param number the bank's, 0 for none
   * @param opening cents
   */
  public CamtText(String version, String id, int number, long opening) {
    this.version = version;
    this.id = id;
    this.number = number == 0 ? "" : "<ElctrncSeqNb>" + number + "</ElctrncSeqNb>";
    this.opening = opening;
  }

  public CamtText of(String otherIban) {
    iban = otherIban;
    return this;
  }

  public CamtText on(String otherDate) {
    date = otherDate;
    return this;
  }

  CamtText copy(String indicator) {
    extra = "<CpyDplctInd>" + indicator + "</CpyDplctInd>";
    return this;
  }

  CamtText openedBy(String code) {
    openingCode = code;
    return this;
  }

  CamtText closedBy(String code) {
    closingCode = code;
    return this;
  }

  CamtText page(int page, boolean isLast) {
    pages = "<StmtPgntn><PgNb>" + page + "</PgNb><LastPgInd>" + isLast + "</LastPgInd></StmtPgntn>";
    return this;
  }

  /** Adds money that came in, with text as the payer wrote it. */
  public CamtText credit(long cents, String reference, String text) {
    return credit(cents, reference, text, "NL91ABNA0417164300");
  }

  public CamtText credit(long cents, String reference, String text, String from) {
    return entry(
        cents,
        true,
        "BOOK",
        reference,
        "",
        payment("Dbtr", "F. de Vries", from, "<Ustrd>" + text + "</Ustrd>"));
  }

  /** Adds money that came in under a structured reference. */
  public CamtText structured(long cents, String reference, String rf) {
    String strd = "<Strd><CdtrRefInf><Ref>" + rf + "</Ref></CdtrRefInf></Strd>";
    return entry(
        cents,
        true,
        "BOOK",
        reference,
        "",
        payment("Dbtr", "F. de Vries", "NL91ABNA0417164300", strd));
  }

  public CamtText debit(long cents, String reference, String endToEnd) {
    return entry(
        cents,
        false,
        "BOOK",
        reference,
        "",
        payment("Cdtr", "Bakkerij", "NL91ABNA0417164300", "<Ustrd>uit</Ustrd>")
            .replace("NOTPROVIDED", endToEnd));
  }

  /** Adds a line that takes back an earlier one of the bank's. */
  public CamtText reversal(long cents, boolean isCredit, String reference) {
    String details = payment(
        isCredit ? "Dbtr" : "Cdtr", "De bank", "NL91ABNA0417164300", "<Ustrd>correctie</Ustrd>");
    return entry(cents, isCredit, "BOOK", reference, "<RvslInd>true</RvslInd>", details);
  }

  CamtText entry(
      long cents, boolean isCredit, String status, String reference, String flags, String details) {
    if (status.equals("BOOK")) {
      sum += isCredit ? cents : -cents;
    }
    String whole = "<Amt Ccy=\"EUR\">" + euros(cents) + "</Amt><CdtDbtInd>"
        + (isCredit ? "CRDT" : "DBIT") + "</CdtDbtInd>";
    entries.add("<Ntry><Amt Ccy=\"EUR\">" + euros(cents) + "</Amt><CdtDbtInd>"
        + (isCredit ? "CRDT" : "DBIT") + "</CdtDbtInd>" + flags + "<Sts>"
        + (version.equals("08") ? "<Cd>" + status + "</Cd>" : status) + "</Sts><BookgDt><Dt>" + date
        + "</Dt></BookgDt><ValDt><Dt>" + date + "</Dt></ValDt>"
        + (reference.isEmpty() ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>")
        + "<BkTxCd><Prtry><Cd>x</Cd></Prtry></BkTxCd>" + details.replace(WHOLE, whole) + "</Ntry>");
    return this;
  }

  String payment(String role, String name, String from, String remittance) {
    return "<NtryDtls><TxDtls>" + detail(0, role, name, from, remittance) + "</TxDtls></NtryDtls>";
  }

  /** Returns one payment's details, with an amount of its own where that is not 0. */
  String detail(long cents, String role, String name, String from, String remittance) {
    String amount = "<Amt Ccy=\"EUR\">" + euros(cents) + "</Amt>";
    String own = version.equals("02")
        ? cents == 0 ? "" : "<AmtDtls><TxAmt>" + amount + "</TxAmt></AmtDtls>"
        : cents == 0 ? version.equals("04") ? WHOLE : "" : amount + "<CdtDbtInd>CRDT</CdtDbtInd>";
    String named = "<Nm>" + name + "</Nm>";
    return "<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>" + own + "<RltdPties><" + role + ">"
        + (version.equals("08") ? "<Pty>" + named + "</Pty>" : named) + "</" + role + "><" + role
        + "Acct><Id><IBAN>" + from + "</IBAN></Id></" + role + "Acct></RltdPties><RmtInf>"
        + remittance + "</RmtInf>";
  }

  public long closing() {
    return opening + sum;
  }

  String stmt() {
    return "<Stmt><Id>" + id + "</Id>" + (version.equals("02") ? "" : pages) + number
        + "<CreDtTm>2026-11-24T02:00:00</CreDtTm>" + extra + "<Acct><Id><IBAN>" + iban
        + "</IBAN></Id><Ccy>EUR</Ccy></Acct>" + balance(openingCode, opening)
        + balance(closingCode, closing()) + String.join("", entries) + "</Stmt>";
  }

  private String balance(String code, long cents) {
    return "<Bal><Tp><CdOrPrtry><Cd>" + code + "</Cd></CdOrPrtry></Tp><Amt Ccy=\"EUR\">"
        + euros(Math.abs(cents)) + "</Amt><CdtDbtInd>" + (cents < 0 ? "DBIT" : "CRDT")
        + "</CdtDbtInd><Dt><Dt>" + date + "</Dt></Dt></Bal>";
  }

  private static String euros(long cents) {
    return BigDecimal.valueOf(cents, 2).toPlainString();
  }

  /** Returns a file with this statement. */
  public String text() {
    return file(version, this);
  }

  public byte[] bytes() {
    return text().getBytes(StandardCharsets.UTF_8);
  }

  static String file(String version, CamtText... statements) {
    StringBuilder all = new StringBuilder();
    for (CamtText each : statements) {
      all.append(each.stmt());
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001."
        + version
        + "\"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId><CreDtTm>2026-11-24T02:00:00</CreDtTm></GrpHdr>"
        + all + "</BkToCstmrStmt></Document>";
  }
}
