package org.omloop.server.books;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.omloop.ledger.circulation.catalogue.Text;

/**
 * The evidence of one check in the making. Of very many differences the first hundred are kept, and how many more there
 * are is said. Confined to one thread.
 */
final class Evidence {
  private static final int ENOUGH = 100;

  private final AuditCheck check;
  private final int scale;
  private final List<Text> said = new ArrayList<>();
  private final List<Text> differences = new ArrayList<>();
  private long more;

  Evidence(AuditCheck check, int scale) {
    this.check = check;
    this.scale = scale;
  }

  /** Returns an amount as sentences take it. */
  Cents cents(long minorUnits) {
    return new Cents(minorUnits, scale);
  }

  /** Says what was found; each {@code {}} stands for the next of the values. */
  Evidence say(String nl, String en, Object... values) {
    if (said.size() < ENOUGH) {
      said.add(text(nl, en, values));
    }
    return this;
  }

  /** Says what is not as it must be. */
  Evidence differ(String nl, String en, Object... values) {
    if (differences.size() < ENOUGH) {
      differences.add(text(nl, en, values));
    } else {
      more++;
    }
    return this;
  }

  AuditResult result() {
    if (more > 0) {
      differences.add(text("En nog {}.", "And {} more.", more));
    }
    return new AuditResult(check, said, differences);
  }

  private static Text text(String nl, String en, Object... values) {
    return new Text(
        filled(nl, Arrays.stream(values).map(Evidence::dutch).toList()),
        filled(en, Arrays.stream(values).map(Evidence::english).toList()));
  }

  private static String filled(String pattern, List<String> values) {
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (String value : values) {
      int at = pattern.indexOf("{}", from);
      if (at < 0) {
        throw new IllegalArgumentException("a value too many for: " + pattern);
      }
      text.append(pattern, from, at).append(value);
      from = at + 2;
    }
    return text.append(pattern.substring(from)).toString();
  }

  private static String dutch(Object value) {
    if (value instanceof Cents cents) {
      return cents.nl();
    }
    if (value instanceof Text text) {
      return text.nl();
    }
    return value instanceof Number ? english(value).replace(',', '.') : english(value);
  }

  private static String english(Object value) {
    if (value instanceof Cents cents) {
      return cents.en();
    }
    if (value instanceof Text text) {
      return text.en();
    }
    return value instanceof Number number
        ? String.format(Locale.ROOT, "%,d", number.longValue())
        : String.valueOf(value);
  }
}
