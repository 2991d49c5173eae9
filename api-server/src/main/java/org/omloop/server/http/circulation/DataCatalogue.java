package org.omloop.server.http.circulation;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.omloop.server.circulation.Edition;
import org.omloop.server.circulation.ReportFile;

/**
 * The open data there is, in DCAT-AP-NL 3.0 as JSON-LD: one data set for each table, with a distribution for each
 * edition and format, and the API that serves them.
 *
 * <p>Not thread-safe.
 */
final class DataCatalogue {
  static final String MEDIA_TYPE = "application/ld+json";

  private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";
  private static final JsonObject CONTEXT = new JsonObject()
      .put("dcat", "http://www.w3.org/ns/dcat#")
      .put("dct", "http://purl.org/dc/terms/")
      .put("foaf", "http://xmlns.com/foaf/0.1/")
      .put("vcard", "http://www.w3.org/2006/vcard/ns#")
      .put("xsd", "http://www.w3.org/2001/XMLSchema#");

  private final String address;
  private final Map<String, JsonObject> datasets = new LinkedHashMap<>();
  private String name = "Omloop";

  /**
   * Begins a catalogue.
   *
   * @param address where the server is, such as {@code https://omloop.example}
   */
  DataCatalogue(String address) {
    this.address = address;
  }

  /** Adds the tables of a report that is no edition yet, without distributions. */
  void add(ReportFile report) {
    name = report.json().getJsonObject("circuit").getString("name");
    report.tableIds().forEach(id -> dataset(id, report));
  }

  private JsonObject dataset(String id, ReportFile report) {
    JsonObject title = report.table(id).orElseThrow().getJsonObject("title");
    return datasets.computeIfAbsent(id, same -> dataset(id, title));
  }

  /** Adds an edition's tables. */
  void add(Edition edition, ReportFile report) {
    add(report);
    String whole = "/v1/circulation/reports/" + edition.period();
    for (String id : report.tableIds()) {
      JsonArray distributions = dataset(id, report).getJsonArray("dcat:distribution");
      distributions.add(distribution(edition, id, "CSV", "text/csv", whole + "/tables/" + id));
      distributions.add(distribution(edition, id, "JSON", "application/json", whole));
    }
  }

  private JsonObject dataset(String id, JsonObject title) {
    return described(
            "dcat:Dataset",
            "#" + id,
            title,
            new JsonObject()
                .put(
                    "nl",
                    title.getString("nl") + ": cijfers van de kring, per maand, kwartaal en"
                        + " jaar. In de bestanden is \".\" niet te bepalen en \"x\" verborgen.")
                .put(
                    "en",
                    title.getString("en") + ": figures of the circuit, by month, quarter and"
                        + " year. In the files \".\" cannot be told and \"x\" is hidden."))
        .put("dct:creator", publisher())
        .put("dct:accrualPeriodicity", link(AUTHORITY + "frequency/MONTHLY"))
        .put("dcat:distribution", new JsonArray());
  }

  private JsonObject distribution(
      Edition edition, String table, String format, String mediaType, String path) {
    String url = address + path + "?edition=" + edition.number();
    return new JsonObject()
        .put(
            "@id", id("#" + table + "-" + edition.period() + "-" + edition.number() + "-" + format))
        .put("@type", "dcat:Distribution")
        .put("dct:title", edition.period() + ", " + format + ", edition " + edition.number())
        .put("dcat:accessURL", link(url))
        .put("dcat:downloadURL", link(url))
        .put("dcat:accessService", link(id("#api")))
        .put("dct:license", link(CirculationHandlers.LICENCE))
        .put("dct:format", link(AUTHORITY + "file-type/" + format))
        .put("dcat:mediaType", link("https://www.iana.org/assignments/media-types/" + mediaType))
        .put(
            "dct:issued",
            new JsonObject()
                .put("@type", "xsd:dateTime")
                .put("@value", Instant.ofEpochSecond(edition.madeAt()).toString()));
  }

  private JsonObject service() {
    return described(
            "dcat:DataService",
            "#api",
            new JsonObject().put("nl", "De API van " + name).put("en", "The API of " + name),
            new JsonObject()
                .put("nl", "Rapporten over hoe het geld rondgaat, als JSON en CSV.")
                .put("en", "Reports on how money goes round, as JSON and CSV."))
        .put("dcat:endpointURL", link(address + "/v1"))
        .put("dcat:endpointDescription", link(address + "/v1/openapi.json"))
        .put("dct:license", link(CirculationHandlers.LICENCE))
        .put("dcat:servesDataset", links());
  }

  private JsonArray links() {
    JsonArray links = new JsonArray();
    datasets.keySet().forEach(each -> links.add(link(id("#" + each))));
    return links;
  }

  /** Returns the catalogue. */
  JsonObject json() {
    JsonArray sets = new JsonArray();
    datasets.values().forEach(sets::add);
    return new JsonObject()
        .put("@context", CONTEXT)
        .mergeIn(described(
            "dcat:Catalog",
            "",
            new JsonObject().put("nl", "Open data van " + name).put("en", "Open data of " + name),
            new JsonObject()
                .put("nl", "Hoe het geld van " + name + " rondgaat: wat blijft en wat vertrekt.")
                .put("en", "How the money of " + name + " goes round: what stays, what leaves.")))
        .put("dct:license", link(CirculationHandlers.LICENCE))
        .put("dcat:dataset", sets)
        .put("dcat:service", service());
  }

  private JsonObject described(String type, String part, JsonObject title, JsonObject about) {
    return new JsonObject()
        .put("@id", id(part))
        .put("@type", type)
        .put("dct:identifier", id(part))
        .put("dct:title", CsvMetadata.texts(title))
        .put("dct:description", CsvMetadata.texts(about))
        .put(
            "dct:language",
            new JsonArray()
                .add(link(AUTHORITY + "language/NLD"))
                .add(link(AUTHORITY + "language/ENG")))
        .put("dct:accessRights", link(AUTHORITY + "access-right/PUBLIC"))
        .put("dcat:theme", link(AUTHORITY + "data-theme/ECON"))
        .put("dct:publisher", publisher())
        .put(
            "dcat:contactPoint",
            new JsonObject()
                .put("@id", address + "/#contact")
                .put("@type", "vcard:Organization")
                .put("vcard:fn", name)
                .put("vcard:hasURL", link(address + "/")));
  }

  private JsonObject publisher() {
    return new JsonObject()
        .put("@id", address + "/#circuit")
        .put("@type", "foaf:Agent")
        .put("foaf:name", name);
  }

  private String id(String part) {
    return address + "/v1/circulation/catalogue" + part;
  }

  private static JsonObject link(String url) {
    return new JsonObject().put("@id", url);
  }
}
