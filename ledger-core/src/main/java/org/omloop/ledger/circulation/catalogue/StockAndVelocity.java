package org.omloop.ledger.circulation.catalogue;

import java.util.List;

/** Money and how fast it is spent: C1 … C9. */
final class StockAndVelocity {
  static final List<Indicator> INDICATORS = List.of(
      new Indicator(
          "C1",
          Indicator.Standing.HEADLINE,
          Indicator.Basis.BOOKS,
          new Text("Geld in omloop", "Money in circulation"),
          new Text(
              "saldo aan het begin + erbij − eruit = saldo aan het eind, tot op de cent; "
                  + "gemiddelde: ∫ B dt ÷ lengte van de periode",
              "opening balance + entries − exits = closing balance, to the cent; mean: ∫ B dt ÷ "
                  + "length of the period"),
          "€",
          new Text(
              "Eerste regel van de controle: klopt die niet, toon dan niets anders. Wat deelnemers in "
                  + "de min betalen, telt als erbij; aflossen telt als eruit.",
              "The first audit line: if it fails, print nothing else. What members pay below zero "
                  + "is an entry, and paying that off an exit."),
          "bookkeeping",
          1),
      new Indicator(
          "C2",
          Indicator.Standing.HEADLINE,
          Indicator.Basis.BOOKS,
          new Text("Dekking", "Reserve cover"),
          new Text("euro's in reserve ÷ geld in omloop", "euros in reserve ÷ money in circulation"),
          "%",
          new Text(
              "Vraagt een bankafschrift waarvan de hash in het journaal staat. Onder 100% is een "
                  + "rode vlag. Boven 100%: de reserve dekt ook wat nog niet is toegekend of uitbetaald.",
              "Needs a bank statement whose hash is in the journal. Below 100% is a red flag. "
                  + "Above 100%: the reserve also covers what is not yet granted or paid out."),
          "Grama keeps the euros blocked",
          1),
      new Indicator(
          "C3",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("Besteed bedrag", "Spending volume"),
          new Text(
              "alle betalingen tussen verschillende eenheden (V_H), en daarvan aankoop, handel "
                  + "en loon (V_C): bruto, teruggegeven, netto",
              "all payments between different units (V_H), and of those purchases, trade and "
                  + "wages (V_C): gross, refunded, net"),
          "€",
          new Text(
              "V_C zegt meer over de economie dan V_H.",
              "V_C is nearer to use in the economy than V_H."),
          "definition",
          1),
      new Indicator(
          "C4",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("Omloopsnelheid", "Transfer velocity"),
          new Text(
              "besteed bedrag ÷ gemiddeld geld in omloop × 365 ÷ dagen",
              "spending volume ÷ mean money in circulation × 365 ÷ days"),
          "/yr",
          new Text(
              "Slapend geld trekt het omlaag; bij heel weinig geld schiet het omhoog.",
              "Sleeping money drags it down; a tiny mean stock makes it explode."),
          "REC: Σ payments ÷ mean supply × 12",
          1),
      new Indicator(
          "C5",
          Indicator.Standing.HEADLINE,
          Indicator.Basis.TRACED,
          new Text("Gemiddelde houdtijd", "Average holding period"),
          new Text(
              "Σ bedrag × tijd ÷ Σ bedrag, over geld dat in de periode werd doorgegeven",
              "Σ amount × time ÷ Σ amount, over money that was passed on in the period"),
          "days",
          new Text(
              "Geld dat nooit bewoog telt niet mee: toon het altijd met C6.",
              "Leaves out money that never moved: always with C6."),
          "Mattsson, Luedtke, Takes",
          1),
      new Indicator(
          "C6",
          Indicator.Standing.HEADLINE,
          Indicator.Basis.BOOKS,
          new Text("Slapend geld", "Sleeping money"),
          new Text(
              "saldo van eenheden die 90 dagen niets deden ÷ geld in omloop",
              "balance of units that did nothing for 90 days ÷ money in circulation"),
          "%",
          new Text(
              "Een punt (.) zolang de boeken geen 90 dagen oud zijn.",
              "A point (.) until the ledger is 90 days old."),
          "ours, after Mattsson et al.",
          1),
      new Indicator(
          "C7",
          Indicator.Standing.HEADLINE,
          Indicator.Basis.BOOKS,
          new Text("Besteed per euro die in omloop is gebracht", "Spent per euro issued"),
          new Text("m = V ÷ Σ erbij, sinds het begin", "m = V ÷ Σ entries, since genesis"),
          "×",
          new Text(
              "Groeit met de leeftijd; vergelijk groepen op gelijke leeftijd, en dat vraagt een "
                  + "lezing.",
              "Grows with age; per cohort it is traced: compare at equal age."),
          "REC \"local multiplier\"",
          1),
      new Indicator(
          "C8",
          Indicator.Standing.HEADLINE,
          Indicator.Basis.TRACED,
          new Text("Lokale multiplier (LM3, kring)", "Circuit LM3"),
          new Text(
              "1 + deel dat minstens één keer is doorgegeven + deel dat minstens twee keer is "
                  + "doorgegeven",
              "1 + share passed on at least once + share passed on at least twice"),
          "1…3",
          new Text(
              "Euro's die na inwisselen worden besteed zien wij niet: hoogstens de LM3 van een "
                  + "enquête.",
              "Euros spent again after redemption are unseen, so at most the survey's LM3."),
          "NEF 2002; Grama; Eusko, Gonette",
          1),
      new Indicator(
          "C9",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("Ketenmultiplier", "Chain multiplier"),
          new Text("1 + V ÷ Σ erbij = 1 + m", "1 + V ÷ Σ entries = 1 + m"),
          "×",
          new Text(
              "C8 zonder bovengrens en zonder lezing: toon beide.",
              "C8 without the cap and without a rule: show both."),
          "identity (a)",
          1));

  private StockAndVelocity() {}
}
