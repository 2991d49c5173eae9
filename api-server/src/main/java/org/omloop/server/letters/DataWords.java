package org.omloop.server.letters;

import java.util.HashMap;
import java.util.Map;

/** What the names and values of somebody's data are called. Immutable. */
final class DataWords {
  /** A name, or a name and a value, in Dutch and in English. */
  private static final String[][] WORDS = {
    {"title", "Wat er van je wordt bewaard door", "What is kept of you by"},
    {"made", "Gemaakt op", "Made on"},
    {
      "intro",
      "Je boekingen staan in je portemonnee en in je maandoverzichten. Klopt hier iets niet? Laat het de kring weten.",
      "Your entries are in your wallet, and in its statements. If something is wrong here, tell the circuit."
    },
    {"none", "Niets.", "Nothing."},
    {"yes", "ja", "yes"},
    {"no", "nee", "no"},
    {"account", "Rekening", "Account"},
    {"role", "Soort", "Kind"},
    {"role resident", "bewoner", "resident"},
    {"role firm", "bedrijf", "firm"},
    {"role social", "sociale onderneming", "social enterprise"},
    {"role cooperative", "coöperatie", "cooperative"},
    {"role commons", "buurtinitiatief", "commons"},
    {"role government", "overheid", "government"},
    {"sector", "Branche (SBI)", "Sector (SBI)"},
    {"area", "Gebied (CBS)", "Area (CBS)"},
    {"level", "Niveau (is vastgesteld wie je bent?)", "Level of identification"},
    {"status", "Stand van de rekening", "State of the account"},
    {"status open", "open", "open"},
    {"status suspended", "staat stil", "stands still"},
    {"status closed", "opgeheven", "closed"},
    {"dossier", "Wie je bent", "Who you are"},
    {"name", "Naam", "Name"},
    {"legalName", "Naam in het handelsregister", "Name in the trade register"},
    {"email", "E-mailadres", "E-mail address"},
    {"phone", "Telefoon", "Telephone"},
    {"street", "Straat en nummer", "Street and number"},
    {"postcode", "Postcode", "Postal code"},
    {"city", "Plaats", "Town"},
    {"neighbourhood", "Buurt", "Neighbourhood"},
    {"birthYear", "Geboortejaar", "Year of birth"},
    {"kvk", "KVK-nummer", "Trade register number"},
    {"contractNumber", "Nummer van het contract", "Number of the contract"},
    {"contractDate", "Contract getekend op", "Contract signed on"},
    {"identifiedBy", "Hoe is vastgesteld wie je bent", "Identified by"},
    {"identifiedBy known", "iemand van het kantoor kent je", "somebody of the office knows you"},
    {"identifiedBy document", "een document dat je liet zien", "a document that you showed"},
    {"identifiedBy register", "het handelsregister", "the trade register"},
    {"identifiedBy bank", "een betaling vanaf je bank", "a payment from your bank"},
    {"identifiedOn", "Vastgesteld op", "Identified on"},
    {"memo", "Notitie van het kantoor", "Note of the office"},
    {"contacts", "Contactpersonen", "Contact persons"},
    {"part", "Wat die doet", "What they do"},
    {"publicName", "Wat iedereen kan lezen", "What everybody can read"},
    {"application", "Je aanmelding", "Your application"},
    {"kind", "Als", "As"},
    {"kind resident", "bewoner", "resident"},
    {"kind organisation", "organisatie", "organisation"},
    {"state", "Stand", "State"},
    {"state waiting", "wacht", "waiting"},
    {"state asked", "er is iets gevraagd", "something was asked"},
    {"state approved", "toegelaten", "admitted"},
    {"state refused", "afgewezen", "refused"},
    {"madeAt", "Gemaakt", "Made"},
    {"bankAccounts", "Bankrekeningen die je noemde", "Bank accounts that you told"},
    {"iban", "IBAN", "IBAN"},
    {"ibanHash", "Kenmerk in het journaal", "Mark in the journal"},
    {"bankLines", "Regels van de bank over jou", "Lines of the bank about you"},
    {"bookedDate", "Geboekt", "Booked"},
    {"side", "Bij of af", "In or out"},
    {"side credit", "bij", "in"},
    {"side debit", "af", "out"},
    {"amount", "Bedrag", "Amount"},
    {"text", "Tekst", "Text"},
    {"keys", "Toestellen en passen", "Devices and cards"},
    {"key", "Sleutel", "Key"},
    {"label", "Soort", "Kind"},
    {"revoked", "Geblokkeerd", "Blocked"},
    {"stickers", "Codes om af te drukken", "Codes to print"},
    {"sticker", "Code", "Code"},
    {"mailbox", "Waar mail heen gaat", "Where mail goes"},
    {"address", "E-mailadres voor berichten", "E-mail address for messages"},
    {"pending", "Adres dat op een code wacht", "Address that waits for a code"},
    {"former", "Adres hiervoor", "Address before"},
    {"language", "Taal", "Language"},
    {"language nl", "Nederlands", "Dutch"},
    {"language en", "Engels", "English"},
    {"events", "Wat er gebeurt", "What happens"},
    {"events none", "niet mailen", "no mail"},
    {"events at-once", "meteen mailen", "mail at once"},
    {"events daily", "één mail per dag", "one mail a day"},
    {"statement", "Maandoverzicht per mail", "Statement by mail"},
    {"statement none", "niet mailen", "no mail"},
    {"statement pdf", "PDF", "PDF"},
    {"statement csv", "CSV", "CSV"},
    {"statement camt", "CAMT.053", "CAMT.053"},
    {"statement mt940", "MT940", "MT940"},
    {"notices", "Wat je is verteld", "What you were told"},
    {"about", "Over", "About"},
    {"toldAt", "Op", "On"},
    {"told", "Bericht", "Message"},
    {"told application-received", "je aanmelding is binnen", "your application arrived"},
    {"told application-refused", "je aanmelding is afgewezen", "your application was refused"},
    {"told admitted", "je rekening is geopend", "your account was opened"},
    {"told topped-up", "er is geld op je rekening gezet", "money was put on your account"},
    {"told paid-out", "de bank heeft uitbetaald", "the bank paid out"},
    {"told given-back", "een uitbetaling is niet gelukt", "a payout did not succeed"},
    {"told statement", "een maandoverzicht is klaar", "a statement is ready"},
    {"told key-recovery", "er komt een nieuw toestel", "a new device is coming"},
    {"told key-added", "er is een toestel bij gekomen", "a device was added"},
    {"told key-blocked", "een toestel is geblokkeerd", "a device was blocked"},
    {
      "told address-change",
      "er is een ander e-mailadres opgegeven",
      "another e-mail address was given"
    },
    {"told address-removed", "het e-mailadres is weggehaald", "the e-mail address was taken away"},
    {"told confirmation", "een code voor een e-mailadres", "a code for an e-mail address"},
    {"told reserve-open", "de reserve sluit niet", "the reserve does not close"},
    {"told proposals-waiting", "er wacht werk op een handtekening", "work waits for a signature"}
  };

  private final Map<String, String> said;

  private DataWords(Map<String, String> said) {
    this.said = Map.copyOf(said);
  }

  static DataWords of(boolean isDutch) {
    Map<String, String> said = new HashMap<>();
    for (String[] each : WORDS) {
      said.put(each[0], each[isDutch ? 1 : 2]);
    }
    return new DataWords(said);
  }

  /** Returns what a name is called; one that has no word yet is left as it is. */
  String label(String name) {
    return said.getOrDefault(name, name);
  }

  /** Returns what a value is called; most say it themselves. */
  String value(String name, String value) {
    return said.getOrDefault(name + " " + value, value);
  }
}
