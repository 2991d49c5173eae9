package org.omloop.server.http.contract;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.Validator;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.omloop.server.http.problem.InvalidPart;

/**
 * A parameter of an operation, and the form its value must have. Immutable and thread-safe.
 */
public final class Parameter {
  private static final JsonSchemaOptions OPTIONS = new JsonSchemaOptions()
      .setDraft(Draft.DRAFT202012)
      .setBaseUri("app://omloop")
      .setOutputFormat(OutputFormat.Flag);

  /** The one path parameter that may hold slashes. */
  static final String REST = "tile";

  private static final Pattern CANONICAL_INTEGER = Pattern.compile("0|-?[1-9]\\d*");

  private final String name;
  private final String in;
  private final boolean required;
  private final JsonObject schema;
  private final Validator validator;

  private Parameter(JsonObject json) {
    this.name = json.getString("name");
    this.in = json.getString("in");
    this.required = json.getBoolean("required", false);
    this.schema = json.getJsonObject("schema");
    this.validator = Validator.create(JsonSchema.of(schema), OPTIONS);
  }

  static Parameter read(JsonObject json) {
    return new Parameter(json);
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Returns {@code path}, {@code query} or {@code header}. */
  public String in() {
    return in;
  }

  /** Returns the value that stands in for a missing one. */
  public Optional<String> standIn() {
    return Optional.ofNullable(schema.getValue("default")).map(Object::toString);
  }

  /** Returns what is wrong with a value, where something is. */
  Optional<InvalidPart> fault(Optional<String> value) {
    if (value.isEmpty()) {
      return required ? Optional.of(fault("missing", "is missing")) : Optional.empty();
    }
    return fits(value.get()) ? Optional.empty() : Optional.of(fault("malformed", rule()));
  }

  private boolean fits(String value) {
    try {
      return validator.validate(typed(value)).getValid();
    } catch (NumberFormatException | DateTimeParseException e) {
      return false;
    }
  }

  private Object typed(String value) {
    if (isInteger() && CANONICAL_INTEGER.matcher(value).matches()) {
      return Long.valueOf(value);
    }
    return isDate() ? LocalDate.parse(value).toString() : value;
  }

  private boolean isDate() {
    return schema.getString("format", "").equals("date");
  }

  private boolean isInteger() {
    return schema.getString("type").equals("integer");
  }

  private InvalidPart fault(String code, String detail) {
    return new InvalidPart(in, name, code, detail);
  }

  private String rule() {
    JsonArray choices = schema.getJsonArray("enum");
    if (choices != null) {
      return "must be one of " + choices.encode();
    }
    return isInteger()
        ? "must be an integer " + schema.getValue("minimum") + " to " + schema.getValue("maximum")
        : "must be a " + schema.getString("format", "text") + " like "
            + schema.getString("pattern", "those in the contract");
  }
}
