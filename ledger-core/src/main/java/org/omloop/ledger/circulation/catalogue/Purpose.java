package org.omloop.ledger.circulation.catalogue;

import java.util.List;

/** What money does and who earns it: C24 … C32. */
final class Purpose {
  static final List<Indicator> INDICATORS = List.of(
      new Indicator(
          "C24",
          Indicator.Standing.HEADLINE,
          Indicator.Basis.BOOKS,
          new Text("Basisvoorzieningen", "Essential provisions"),
          new Text(
              "aankopen bij aanbieders van een voorziening ÷ alle aankopen, per voorziening",
              "purchases at providers of a provision ÷ all purchases, per provision"),
          "%",
          new Text(
              "De branche van de ontvanger, niet wat er in het mandje lag.",
              "The payee's sector, not the basket."),
          "the project's vision",
          1),
      new Indicator(
          "C25",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("Gini van saldi", "Gini of holdings"),
          new Text(
              "2 Σ i·x_(i) ÷ (n Σ x) − (n + 1) ÷ n, over eenheden; en over wat bewoners "
                  + "ontvingen",
              "2 Σ i·x_(i) ÷ (n Σ x) − (n + 1) ÷ n, over units; and over residents' receipts"),
          "0..1",
          new Text(
              "Toon met en zonder nullen: dat scheelt veel.",
              "Print with and without zeros: they differ much."),
          "Gini 1912",
          1),
      new Indicator(
          "C26",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("Concentratie", "Merchant concentration"),
          new Text(
              "HHI = Σ aandeel²; 1 ÷ HHI; aandeel van de grootste tien",
              "HHI = Σ share²; 1 ÷ HHI; top-10 share"),
          "–",
          new Text(
              "Dezelfde aandelen bepalen of een cel getoond mag worden.",
              "The same shares feed the dominance test."),
          "Herfindahl–Hirschman",
          1),
      new Indicator(
          "C27",
          Indicator.Standing.HEADLINE,
          Indicator.Basis.TRACED,
          new Text("Waar het geld landt", "Where money lands"),
          new Text(
              "deel van de toekenningen dat het eerst landt in de 40% gebieden met de laagste "
                  + "inkomens; 2 ÷ (n μ) · Σ g_i R_i − 1 met R_i = (rang − ½) ÷ n; hetzelfde voor "
                  + "tweede ontvangers",
              "share of grants first received in the 40% lowest-income areas; 2 ÷ (n μ) · Σ g_i "
                  + "R_i − 1 with R_i = (rank − ½) ÷ n; the same for second receivers"),
          "%, −1..1",
          new Text(
              "Voor tweede ontvangers is een lezing nodig; juist zij tonen wie verdient.",
              "Second receivers are traced; they show who earns."),
          "concentration index",
          1),
      new Indicator(
          "C28",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("Deelname", "Participation"),
          new Text(
              "eenheden met een betaling in 30 dagen: nieuw, terug, gestopt; mediaan van de tijd "
                  + "tot de eerste besteding",
              "units with a hop in 30 days: new, returning, lapsed; median time to first "
                  + "spending"),
          "n, d",
          new Text("Laat testrekeningen weg.", "Leave test accounts out."),
          "definition",
          1),
      new Indicator(
          "C29",
          Indicator.Standing.HEADLINE,
          Indicator.Basis.BOOKS,
          new Text("Wie verdient", "Actor mix"),
          new Text("aandeel van V_C dat elke rol ontvangt", "share of V_C received per role"),
          "%",
          new Text("Vraagt een register van rollen met datum.", "Needs a dated role register."),
          "the project's vision",
          1),
      new Indicator(
          "C30",
          Indicator.Standing.HEADLINE,
          Indicator.Basis.BOOKS,
          new Text("Herinvestering", "Fund cycle"),
          new Text(
              "toekenningen uit de buurtpot ÷ (bijdragen + heffingen), 12 maanden; aandeel met "
                  + "stemming: toekenningen met programma vote of vote-… ÷ toekenningen; vertraging: "
                  + "Σ toegekend × (tijd van toekennen − tijd van binnenkomst) ÷ Σ toegekend, wat het "
                  + "eerst binnenkwam gaat het eerst uit",
              "grants out of the fund ÷ (contributions + levies), 12 months; share decided by "
                  + "vote: grants with programme vote or vote-… ÷ grants; lag: Σ granted × (time of "
                  + "grant − time it came in) ÷ Σ granted, first in, first out"),
          "%",
          new Text(
              "Geld in de buurtpot is geen lek, maar het slaapt tot het is toegekend.",
              "A fund's balance is no leak, but it sleeps until granted."),
          "the project's vision",
          1),
      new Indicator(
          "C31",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("Verrekenruimte", "Clearing potential"),
          new Text(
              "grootste bedrag dat rond kan gaan in open facturen ÷ hun totaal",
              "maximum circulation of open invoices ÷ their total"),
          "%",
          new Text("Alleen als facturen geboekt worden.", "Only if invoices are booked."),
          "Fleischman et al. 2020",
          1),
      new Indicator(
          "C32",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("Kwaliteit", "Data quality"),
          new Text(
              "aandelen van V: teruggegeven, eigen overboekingen, heen en weer binnen 24 uur, "
                  + "branche of buurt onbekend; teruggekomen uitbetalingen",
              "shares of V: refunds, own transfers, round trips < 24 h, sector or area unknown; "
                  + "returned payouts"),
          "%",
          new Text("Mensen kunnen cijfers opkloppen.", "Gaming is real."),
          "Mattsson 2019",
          1));

  private Purpose() {}
}
