package org.omloop.ledger.circulation.catalogue;

import java.util.List;

/** How far money goes round, and between whom: C15 … C23. */
final class Structure {
  static final List<Indicator> INDICATORS = List.of(
      new Indicator(
          "C15",
          Indicator.Standing.HEADLINE,
          Indicator.Basis.BOOKS,
          new Text("Kringloopgraad κ", "Circular share"),
          new Text(
              "grootste bedrag dat rond kan gaan ÷ alle betalingen, over drie kalendermaanden",
              "maximum circulation ÷ volume of the hop graph, rolling three calendar months"),
          "%",
          new Text(
              "Let niet op de volgorde in de tijd: toon naast C16.",
              "Ignores order in time: pair with C16."),
          "obligation clearing, Fleischman et al. 2020",
          1),
      new Indicator(
          "C16",
          Indicator.Standing.FURTHER,
          Indicator.Basis.TRACED,
          new Text("Teruggekeerd geld", "Returned money"),
          new Text(
              "deel van de betalingen waarvan de munt al eerder in de buurt (of bij de eenheid) "
                  + "van de ontvanger was",
              "share of hop amounts whose coin was in the payee's area (or unit) before"),
          "%",
          new Text("Geschat met gemerkte munten.", "Traced, by marked coins."),
          "ours",
          1),
      new Indicator(
          "C17",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("Doorstroom", "Throughflow"),
          new Text(
              "Σ per eenheid: het kleinste van in en uit ÷ V", "Σ over units of min(in, out) ÷ V"),
          "%",
          new Text(
              "Een bovengrens van de kringloopgraad, niet meer.", "An upper bound of κ, no more."),
          "net internal debt",
          1),
      new Indicator(
          "C18",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("Kern van de kring", "Strong core"),
          new Text(
              "grootste groep waarin ieder ieder bereikt: deel van de eenheden; deel van V "
                  + "binnen zulke groepen",
              "largest strong component: share of units; share of V inside strong components"),
          "%",
          new Text("Eén betaling kan twee groepen samenvoegen.", "One edge can merge components."),
          "Criscione; Ancona et al.",
          1),
      new Indicator(
          "C19",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("Kleine kringen", "Short cycles"),
          new Text(
              "aantal rondjes van 2 tot 5 eenheden; z tegen 100 keer opnieuw verbinden met "
                  + "gelijke graad",
              "number of directed k-cycles, k = 2…5; z against 100 degree-preserving rewirings"),
          "n, z",
          new Text(
              "Duur vanaf 4: gebruik een ondergrens voor het bedrag.",
              "Costly from k = 4: use a weight floor."),
          "Iosifidis et al. 2018 (to confirm)",
          1),
      new Indicator(
          "C20",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("Wederkerigheid", "Reciprocity"),
          new Text(
              "r = Σ min(w_ij, w_ji) ÷ Σ w; (r − r0) ÷ (1 − r0)",
              "r = Σ min(w_ij, w_ji) ÷ Σ w; (r − r0) ÷ (1 − r0)"),
          "0..1",
          new Text(
              "Teruggegeven geld lijkt op wederkerigheid: trek het eerst af.",
              "Refunds fake it: net them first."),
          "Squartini et al. 2013",
          1),
      new Indicator(
          "C21",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("k-kern en menging van graden", "k-core, degree mixing"),
          new Text(
              "k_max en grootte; samenhang van uitgaande en inkomende graad",
              "k_max and size; out-in degree assortativity"),
          "–",
          new Text("Alleen voor onderzoek.", "Research only."),
          "Mattsson et al. 2023",
          1),
      new Indicator(
          "C22",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("Sectormatrix", "Sector matrix"),
          new Text(
              "e_st = V van branche s naar t ÷ V; (Σ e_ss − Σ a_s b_s) ÷ (1 − Σ a_s b_s); "
                  + "aandeel tussen bedrijven",
              "e_st = V from sector s to t ÷ V; (Σ e_ss − Σ a_s b_s) ÷ (1 − Σ a_s b_s); B2B "
                  + "share"),
          "%",
          new Text("Noem de code met haar versie.", "Give the code with its version."),
          "mixing matrix",
          1),
      new Indicator(
          "C23",
          Indicator.Standing.FURTHER,
          Indicator.Basis.BOOKS,
          new Text("Buurtmatrix", "Neighbourhood matrix"),
          new Text(
              "hetzelfde tussen gebieden; aandeel in de eigen buurt; netto stroom",
              "the same on area codes; own-area share; net flow"),
          "%, €",
          new Text(
              "Adres van de kassa of van thuis: zeg welk.", "Till or home address: say which."),
          "mixing matrix",
          1));

  private Structure() {}
}
