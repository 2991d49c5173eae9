package org.omloop.ledger.circulation.catalogue;

import java.util.List;

/** Where money goes on to and how long it stays: C10 … C14. */
final class Retention {
  static final List<Indicator> INDICATORS = List.of(
      new Indicator(
          "C10",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("Doorgeefratio", "Pass-on ratio"),
          new Text(
              "per rol of branche: besteed ÷ ontvangen, naast uit de kring ÷ ontvangen",
              "per role or sector: V out ÷ V in, beside exits ÷ V in"),
          "%",
          new Text(
              "Boven 100% als oud geld wordt besteed; bij bedrijven stokt het het eerst.",
              "Above 100% when old stock is spent; businesses are the bottleneck."),
          "REC \"recirculation\"",
          1),
      new Indicator(
          "C11",
          Indicator.Standing.FURTHER,
          Indicator.Basis.TRACED,
          new Text("Aantal keren doorgegeven", "Hops before exit"),
          new Text(
              "verdeling en gemiddelde van het aantal keren, over geld dat uit de kring ging",
              "distribution and mean of hops over exits"),
          "hops",
          new Text(
              "Teruggegeven geld kan op −1 staan: toon het bij 0, reken in sommen met −1.",
              "Refunded lots may stand at −1: show at 0, keep −1 in sums."),
          "Mattsson & Takes 2021",
          1),
      new Indicator(
          "C12",
          Indicator.Standing.HEADLINE,
          Indicator.Basis.TRACED,
          new Text("Verblijfsduur, retentie", "Residence, retention"),
          new Text(
              "S(τ): deel dat na 30, 90, 180 en 365 dagen nog in de kring is, geschat naar "
                  + "leeftijd van het geld; mediaan; 80%-band uit 200 trekkingen van hele keren dat "
                  + "geld erbij kwam",
              "S(τ): share still inside after 30, 90, 180 and 365 days, estimated by age of "
                  + "money; median; 80% band of 200 draws of whole entries"),
          "%, d",
          new Text(
              "Geld dat nog in de kring is telt mee als onbekend, niet als vertrokken. Geen "
                  + "Greenwood-interval.",
              "Censored money is included, not counted as gone. No Greenwood interval."),
          "Kaplan–Meier",
          1),
      new Indicator(
          "C13",
          Indicator.Standing.FURTHER,
          Indicator.Basis.TRACED,
          new Text("Waarheen vertrekt het", "Where it leaves to"),
          new Text(
              "CIF(τ): deel dat binnen τ dagen vertrok, per manier en doel",
              "CIF(τ): share that left within τ days, per exit kind and purpose"),
          "%",
          new Text(
              "Per manier 1 − S nemen geeft te veel.", "1 − Kaplan–Meier per kind overstates."),
          "Aalen–Johansen",
          1),
      new Indicator(
          "C14",
          Indicator.Standing.HEADLINE,
          Indicator.Basis.BOOKS,
          new Text("Uitstroom uit de kring", "Outflow"),
          new Text(
              "eruit ÷ (begin + erbij); per branche: ingewisseld ÷ ontvangen",
              "exits ÷ (opening balance + entries); per sector: redeemed ÷ V in"),
          "%",
          new Text(
              "Uit de kring is niet uit de stad.", "Out of the circuit is not out of the city."),
          "plugging the leaks",
          1));

  private Retention() {}
}
