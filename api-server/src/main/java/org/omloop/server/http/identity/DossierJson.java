package org.omloop.server.http.identity;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.omloop.server.http.problem.InvalidPart;
import org.omloop.server.http.problem.Problem;
import org.omloop.server.http.problem.ProblemType;
import org.omloop.server.identity.Dossier;
import org.omloop.server.identity.Person;

/** Dossiers as the API has them. */
final class DossierJson {
  private DossierJson() {}

  static JsonObject of(Person person) {
    JsonObject json = new JsonObject();
    person.account().ifPresent(account -> json.put("account", account.value()));
    return json.put("version", person.version())
        .put("changedAt", Instant.ofEpochSecond(person.changedAt()).toString())
        .put("dossier", person.dossier().json());
  }

  /** Returns the names of a body that has a dossier's, and more. */
  static Set<String> with(String... more) {
    Set<String> names = new TreeSet<>(Dossier.names());
    names.addAll(List.of(more));
    return names;
  }

  /** Reads a dossier; throws a {@link Problem} that names all faults. */
  static Dossier read(JsonObject json, String place) {
    List<Dossier.Fault> faults = new ArrayList<>();
    Dossier dossier = Dossier.read(json, faults);
    if (!faults.isEmpty()) {
      throw Problem.of(
          ProblemType.MALFORMED_REQUEST,
          faults.stream()
              .map(each -> InvalidPart.inBody(place + each.pointer(), "malformed", each.reason()))
              .toList());
    }
    return dossier;
  }

  /** Throws a {@link Problem} where a text is not known that must be. */
  static void require(Dossier dossier, String... names) {
    List<InvalidPart> missing = List.of(names).stream()
        .filter(name -> dossier.text(name).isEmpty())
        .map(name -> InvalidPart.inBody("/" + name, "missing", "must not be empty"))
        .toList();
    if (!missing.isEmpty()) {
      throw Problem.of(ProblemType.MALFORMED_REQUEST, missing);
    }
  }
}
