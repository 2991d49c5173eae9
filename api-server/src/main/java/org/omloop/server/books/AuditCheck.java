package org.omloop.server.books;

import org.omloop.ledger.circulation.catalogue.Text;

/** The audit checks, by their id: what holds when the check is in order. */
public enum AuditCheck {
  R1(
      "De bank heeft een euro voor elke euro die uitstaat.",
      "The bank holds a euro for every euro outstanding."),
  R2(
      "In omloop gebracht min uitbetaald is wat uitstaat.",
      "Issued less paid out is what is outstanding."),
  R3(
      "Bij elke bijschrijving en uitbetaling hoort één regel van de bank.",
      "Every issue and payout has one bank line."),
  R4("Op de rekening staat niets anders.", "Nothing else moved on the reserve account."),
  R5(
      "De bestanden van de bank zijn die uit het journaal.",
      "The bank's files are those that the journal names."),
  L1(
      "Elke boeking en alle rekeningen samen tellen op tot nul.",
      "Every entry, and all accounts together, sum to zero."),
  L2(
      "Begin plus bij min af is eind, voor elke rekening.",
      "Opening plus in less out is closing, for every account."),
  L3("Geen rekening staat onder de limiet.", "No account stands below its limit."),
  L4(
      "Het journaal is heel en hoort bij zijn handtekening.",
      "The journal is whole and is what was signed."),
  L5("De bewaarde saldi zijn de nagerekende.", "The stored balances are the replayed ones."),
  L6("Niemand kan het journaal wijzigen of wissen.", "Nobody can change or delete the journal."),
  L7(
      "Elke teruggave hoort bij een betaling en is nooit hoger.",
      "Every refund names a payment and never exceeds it."),
  C1("Elke opdracht heeft één boeking.", "Every order has one entry."),
  C2(
      "De nummers van afschriften en afsluitingen zijn aaneengesloten.",
      "Statements and closings are numbered without a gap."),
  C3(
      "Niets is geboekt in een maand vóór die van de bank.",
      "Nothing is booked in a month before the bank's."),
  C4(
      "Niets staat langer dan vijf bankdagen open.",
      "Nothing is open for more than five bank days."),
  C5("De tijden lopen op en passen bij de bank.", "Times rise and agree with the bank's dates."),
  A1(
      "Waar twee mensen nodig zijn, tekenden er twee.",
      "Where two people are needed, two have signed."),
  A2(
      "Wie vastlegt, voert niets uit; niemand is alleen.",
      "Whoever records carries nothing out; nobody is alone."),
  A3("Elk recht is gegeven in het journaal.", "Every right was granted in the journal."),
  A4("De lijst van beheerdaden is volledig.", "The list of administrative acts is complete."),
  A5("Geen beheerder schreef geld bij voor zichzelf.", "No operator issued to an own account."),
  A6("Niemand herstelde zijn eigen sleutel.", "Nobody recovered a key of their own."),
  B1(
      "Alleen toegelaten organisaties ontvingen betalingen.",
      "Only admitted organisations were paid."),
  B2("Geen saldo kwam boven zijn maximum.", "No balance rose above its cap."),
  B3("Niemand staat er dubbel in.", "Nobody is enrolled twice."),
  B4(
      "Wie vlak voor een uitbetaling van bankrekening wisselde, staat in de lijst.",
      "Whoever changed bank account just before a payout is listed."),
  B5("Geen geld ging in een rondje van bank naar bank.", "No money went round from bank to bank."),
  B6("Geen saldo ligt langer dan twee jaar stil.", "No balance has been still for over two years."),
  P1(
      "De gepubliceerde cijfers komen uit het journaal.",
      "The published figures follow from the journal."),
  P2(
      "Elk rapport noemt zijn journaal en is ongewijzigd.",
      "Every report names its journal and is unchanged.");

  @SuppressWarnings("ImmutableEnumChecker") // a record of two texts
  private final Text claim;

  AuditCheck(String nl, String en) {
    this.claim = new Text(nl, en);
  }

  /** Returns what holds when the check is in order. */
  public Text claim() {
    return claim;
  }
}
