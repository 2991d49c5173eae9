package org.omloop.ledger.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.omloop.ledger.money.Amount;

/**
 * Takes the members of one JSON object, each once and in its one form, and remembers everything that is wrong, so
 * that a signer hears all of it at once. A member that is wrong reads as a stand-in of its form; {@link #end} throws
 * before any of those can be used.
 *
 * <p>Confined to the thread that decodes.
 */
final class Members {
  private static final Pattern HASH = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

  /** The last second of the year 9999. */
  static final long LATEST = 253_402_300_799L;

  private final String pointer;
  private final Map<String, Object> left;
  private final List<MalformedOrder.Fault> faults;

  Members(String pointer, Map<String, Object> object, List<MalformedOrder.Fault> faults) {
    this.pointer = pointer;
    this.left = new HashMap<>(object);
    this.faults = faults;
  }

  Members(Map<String, Object> object) {
    this("", object, new ArrayList<>());
  }

  boolean has(String name) {
    return left.containsKey(name);
  }

  /** Notes every member that was not asked for. */
  void faultRest() {
    left.keySet().stream().sorted().forEach(name -> fault(name, "is not known here"));
    left.clear();
  }

  /** Throws when anything was wrong, or a member was not asked for. */
  void end() {
    faultRest();
    if (!faults.isEmpty()) {
      throw new MalformedOrder(faults);
    }
  }

  void fault(String name, String reason) {
    faults.add(new MalformedOrder.Fault(CanonicalJson.pointer(pointer, name), reason));
  }

  /** Tells whether nothing is wrong with some members, so that they can be held against each other. */
  boolean areSound(String... names) {
    return Stream.of(names)
        .map(name -> CanonicalJson.pointer(pointer, name))
        .allMatch(at -> faults.stream()
            .map(MalformedOrder.Fault::pointer)
            .noneMatch(fault -> fault.equals(at) || fault.startsWith(at + "/")));
  }

  String text(String name, Predicate<String> form, String rule) {
    return take(name, String.class, form, rule).orElse("");
  }

  /** Reads a text into a value; a text of another form becomes the stand-in. */
  <T> T value(String name, Function<String, T> reader, String rule, T standIn) {
    Optional<String> text = take(name, String.class, each -> true, rule);
    try {
      return text.map(reader).orElse(standIn);
    } catch (IllegalArgumentException e) {
      fault(name, rule);
      return standIn;
    }
  }

  Optional<String> optionalText(String name, Predicate<String> form, String rule) {
    return has(name) ? Optional.of(text(name, form, rule)) : Optional.empty();
  }

  String hash(String name) {
    return text(name, each -> HASH.matcher(each).matches(), "must be base64url of 32 bytes");
  }

  Optional<String> optionalHash(String name) {
    return has(name) ? Optional.of(hash(name)) : Optional.empty();
  }

  long integer(String name, long least, long most) {
    return take(
            name,
            Long.class,
            each -> each >= least && each <= most,
            "must be an integer " + least + " to " + most)
        .orElse(least);
  }

  /** Reads a time in unix seconds, up to the year 9999. */
  long time(String name) {
    return integer(name, 0, LATEST);
  }

  Amount amount(String name) {
    return new Amount(integer(name, 1, Amount.MAXIMUM));
  }

  Optional<Amount> optionalAmount(String name) {
    return has(name) ? Optional.of(amount(name)) : Optional.empty();
  }

  boolean flag(String name) {
    return take(name, Boolean.class, each -> true, "must be true or false").orElse(false);
  }

  /** Reads a list of texts, each into a value. */
  <T> List<T> list(String name, int most, Function<String, T> reader, String rule) {
    List<?> texts = take(name, List.class, each -> each.size() <= most, rule).orElse(List.of());
    List<T> values = new ArrayList<>();
    try {
      texts.forEach(each -> values.add(reader.apply(asText(each))));
    } catch (IllegalArgumentException e) {
      fault(name, rule);
    }
    return values;
  }

  /** Reads a list of objects. */
  List<Members> objects(String name, int most) {
    String rule = "must be a list of at most " + most + " objects";
    List<?> objects = take(name, List.class, each -> each.size() <= most, rule).orElse(List.of());
    List<Members> members = new ArrayList<>();
    String list = CanonicalJson.pointer(pointer, name);
    for (int at = 0; at < objects.size(); at++) {
      nested(list + "/" + at, objects.get(at), "must be an object").ifPresent(members::add);
    }
    return members;
  }

  Optional<Members> object(String name) {
    Optional<Object> value = Optional.ofNullable(left.remove(name));
    if (value.isEmpty()) {
      fault(name, "is missing");
    }
    return value.flatMap(
        each -> nested(CanonicalJson.pointer(pointer, name), each, "must be an object"));
  }

  Optional<Members> optionalObject(String name) {
    return has(name) ? object(name) : Optional.empty();
  }

  /** Returns what has not been asked for yet, by name. */
  Map<String, Object> rest() {
    Map<String, Object> rest = Map.copyOf(left);
    left.clear();
    return rest;
  }

  @SuppressWarnings("unchecked")
  private Optional<Members> nested(String at, Object value, String rule) {
    if (value instanceof Map<?, ?> object) {
      return Optional.of(new Members(at, (Map<String, Object>) object, faults));
    }
    faults.add(new MalformedOrder.Fault(at, rule));
    return Optional.empty();
  }

  private static String asText(Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new IllegalArgumentException("not a text");
  }

  private <T> Optional<T> take(String name, Class<T> type, Predicate<T> form, String rule) {
    Object value = left.remove(name);
    if (value == null) {
      fault(name, "is missing");
      return Optional.empty();
    }
    if (!type.isInstance(value) || !form.test(type.cast(value))) {
      fault(name, rule);
      return Optional.empty();
    }
    return Optional.of(type.cast(value));
  }
}
