package org.omloop.server.statements;

import java.util.Locale;
import java.util.Map;
import org.omloop.ledger.journal.EntryKind;

/**
 * What a statement says in one language.
 *
 * @param locale how dates and amounts are written
 * @param account before the account's id
 * @param journal before the number of entries
 * @param entries after it
 */
public record StatementWords(
    Locale locale,
    String title,
    String holder,
    String account,
    String period,
    String until,
    String number,
    String journal,
    String entries,
    String count,
    String amountsIn,
    String opening,
    String closing,
    String time,
    String what,
    String entry,
    String debit,
    String credit,
    String balance,
    String dayTotal,
    String total,
    String byKind,
    String nothing,
    String page,
    String of,
    Map<EntryKind, String> kinds) {

  /** In Dutch. */
  public static final StatementWords DUTCH = new StatementWords(
      Locale.forLanguageTag("nl-NL"),
      "Rekeningoverzicht",
      "Rekeninghouder",
      "Rekening",
      "Periode",
      "tot en met",
      "Nummer",
      "Gelezen uit het journaal met",
      "boekingen. Dagen en tijden volgens UTC.",
      "Aantal",
      "Bedragen in",
      "Beginsaldo",
      "Eindsaldo",
      "Tijd",
      "Omschrijving",
      "Boeking",
      "Af",
      "Bij",
      "Saldo",
      "Samen op",
      "Totaal",
      "Per soort",
      "In deze periode is er niets bij- of afgeschreven.",
      "Bladzijde",
      "van",
      Map.ofEntries(
          Map.entry(EntryKind.ISSUE, "Opgeladen"),
          Map.entry(EntryKind.GRANT, "Toegekend"),
          Map.entry(EntryKind.PURCHASE, "Aankoop"),
          Map.entry(EntryKind.B2B, "Leverancier"),
          Map.entry(EntryKind.WAGE, "Loon"),
          Map.entry(EntryKind.GIFT, "Tussen buren"),
          Map.entry(EntryKind.CONTRIBUTION, "Buurtpot"),
          Map.entry(EntryKind.DEMURRAGE, "Heffing op saldo"),
          Map.entry(EntryKind.REFUND, "Geld terug"),
          Map.entry(EntryKind.REDEEM, "Ingewisseld"),
          Map.entry(EntryKind.PAID_OUT, "Uitbetaald"),
          Map.entry(EntryKind.RETURNED, "Uitbetaling teruggekomen")));

  /** In English. */
  public static final StatementWords ENGLISH = new StatementWords(
      Locale.forLanguageTag("en-GB"),
      "Statement of account",
      "Account holder",
      "Account",
      "Period",
      "to",
      "Number",
      "Read from the journal of",
      "entries. Days and times are UTC.",
      "Count",
      "Amounts in",
      "Opening balance",
      "Closing balance",
      "Time",
      "Description",
      "Entry",
      "Out",
      "In",
      "Balance",
      "Together on",
      "Total",
      "By kind",
      "Nothing came in or went out in this period.",
      "Page",
      "of",
      Map.ofEntries(
          Map.entry(EntryKind.ISSUE, "Topped up"),
          Map.entry(EntryKind.GRANT, "Granted"),
          Map.entry(EntryKind.PURCHASE, "Purchase"),
          Map.entry(EntryKind.B2B, "Supplier"),
          Map.entry(EntryKind.WAGE, "Wage"),
          Map.entry(EntryKind.GIFT, "Between neighbours"),
          Map.entry(EntryKind.CONTRIBUTION, "Neighbourhood fund"),
          Map.entry(EntryKind.DEMURRAGE, "Levy on the balance"),
          Map.entry(EntryKind.REFUND, "Refund"),
          Map.entry(EntryKind.REDEEM, "Redeemed"),
          Map.entry(EntryKind.PAID_OUT, "Paid out"),
          Map.entry(EntryKind.RETURNED, "Payout came back")));

  public StatementWords {
    kinds = Map.copyOf(kinds);
  }

  /** Returns what a kind of entry is called. */
  String kind(EntryKind kind) {
    return kinds.getOrDefault(kind, kind.wireName());
  }
}
