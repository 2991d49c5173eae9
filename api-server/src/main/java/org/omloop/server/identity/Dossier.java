package org.omloop.server.identity;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What the office knows of a member: who they are and how they are reached. A text that is not known is empty.
 * Immutable.
 *
 * @param texts by name, every name of {@link #FIELDS}
 * @param contacts whom to ask for at an organisation: each with name, part, phone and email
 */
public record Dossier(Map<String, String> texts, List<Map<String, String>> contacts) {
  private static final String ONE_LINE = "[^\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}]";
  private static final Pattern EMAIL =
      Pattern.compile("|[^\\s@]{1,64}@[^\\s@]{1,180}\\.[^\\s@.]{2,}");
  private static final Pattern PHONE = Pattern.compile("|\\+?[0-9 ()-]{6,20}");
  private static final Pattern NAME = words(70);
  private static final Pattern DATE =
      Pattern.compile("|\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])");
  private static final int MOST_CONTACTS = 5;

  /** The names of the texts, each with the form it has. */
  static final Map<String, Pattern> FIELDS = fields();

  private static final Map<String, Pattern> OF_CONTACT =
      Map.of("name", NAME, "part", words(40), "phone", PHONE, "email", EMAIL);

  /** Nothing known. */
  public static final Dossier EMPTY = read(new JsonObject(), new ArrayList<>());

  /**
   * Something that does not fit.
   *
   * @param pointer to it in the JSON
   * @param reason in English, without what was given
   */
  public record Fault(String pointer, String reason) {}

  public Dossier {
    texts = Map.copyOf(texts);
    contacts = List.copyOf(contacts);
  }

  private static Map<String, Pattern> fields() {
    Map<String, Pattern> fields = new LinkedHashMap<>();
    fields.put("name", NAME);
    fields.put("legalName", NAME);
    fields.put("email", EMAIL);
    fields.put("phone", PHONE);
    fields.put("street", words(70));
    fields.put("postcode", words(10));
    fields.put("city", words(40));
    fields.put("neighbourhood", words(40));
    fields.put("birthYear", Pattern.compile("|(19|20)\\d{2}"));
    fields.put("kvk", Pattern.compile("|\\d{8}"));
    fields.put("sector", Pattern.compile("|SBI(?:2008|2025):\\d{2,5}"));
    fields.put(
        "area", Pattern.compile("|20\\d{2}:(?:BU\\d{4}[0-9A-Z]{4}|WK\\d{4}[0-9A-Z]{2}|GM\\d{4})"));
    fields.put("contractNumber", words(40));
    fields.put("contractDate", DATE);
    fields.put("identifiedBy", Pattern.compile("|known|document|register|bank"));
    fields.put("identifiedOn", DATE);
    fields.put("memo", Pattern.compile("[^\\p{Cf}\\p{Co}\\p{Cn}]{0,1000}"));
    return fields;
  }

  private static Pattern words(int longest) {
    return Pattern.compile("|" + ONE_LINE + "{1," + longest + "}");
  }

  /** Returns the names that a dossier's JSON may have. */
  public static Set<String> names() {
    Set<String> names = new TreeSet<>(FIELDS.keySet());
    names.add("contacts");
    return names;
  }

  /**
   * Reads JSON; what is missing counts as not known.
   *
   * @param faults takes all that does not fit; then the dossier counts for nothing
   */
  public static Dossier read(JsonObject json, List<Fault> faults) {
    List<Map<String, String>> contacts = new ArrayList<>();
    Object listed = json.getValue("contacts", new JsonArray());
    if (!(listed instanceof JsonArray list) || list.size() > MOST_CONTACTS) {
      faults.add(new Fault("/contacts", "must be a list of at most " + MOST_CONTACTS));
      return new Dossier(texts(json, FIELDS, "", faults), List.of());
    }
    for (int at = 0; at < list.size(); at++) {
      if (list.getValue(at) instanceof JsonObject contact) {
        unknown(contact, "/contacts/" + at, faults);
        contacts.add(texts(contact, OF_CONTACT, "/contacts/" + at, faults));
      } else {
        faults.add(new Fault("/contacts/" + at, "must be an object"));
      }
    }
    return new Dossier(texts(json, FIELDS, "", faults), contacts);
  }

  private static void unknown(JsonObject contact, String place, List<Fault> faults) {
    contact.fieldNames().stream()
        .filter(name -> !OF_CONTACT.containsKey(name))
        .sorted()
        .map(name -> name.replace("~", "~0").replace("/", "~1"))
        .forEach(name -> faults.add(new Fault(place + "/" + name, "is not known here")));
  }

  private static Map<String, String> texts(
      JsonObject json, Map<String, Pattern> fields, String place, List<Fault> faults) {
    Map<String, String> texts = new LinkedHashMap<>();
    fields.forEach((name, form) -> {
      Object value = json.getValue(name, "");
      if (value instanceof String text && form.matcher(text.strip()).matches()) {
        texts.put(name, text.strip());
      } else {
        faults.add(new Fault(place + "/" + name, "must have the form that the contract gives"));
      }
    });
    return texts;
  }

  /** Reads what is kept, as it is: a form that became narrower since takes nothing away. */
  static Dossier parse(String text) {
    JsonObject json = new JsonObject(text);
    List<Map<String, String>> contacts = json.getJsonArray("contacts", new JsonArray()).stream()
        .map(JsonObject.class::cast)
        .map(contact -> kept(contact, OF_CONTACT.keySet()))
        .toList();
    return new Dossier(kept(json, FIELDS.keySet()), contacts);
  }

  private static Map<String, String> kept(JsonObject json, Set<String> names) {
    Map<String, String> texts = new LinkedHashMap<>();
    names.forEach(name -> texts.put(name, json.getString(name, "")));
    return texts;
  }

  /** Returns a text; empty where it is not known. */
  public String text(String name) {
    return texts.getOrDefault(name, "");
  }

  /** Returns all of it, in the order of its fields. */
  public JsonObject json() {
    JsonObject json = new JsonObject();
    FIELDS.keySet().forEach(name -> json.put(name, text(name)));
    JsonArray list = new JsonArray();
    contacts.forEach(each -> list.add(new JsonObject(new LinkedHashMap<String, Object>(each))));
    return json.put("contacts", list);
  }

  @Override
  public String toString() {
    return "Dossier[hidden]";
  }
}
