package org.omloop.ledger.circulation.period;

import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.circulation.number.CodePoints;
import org.omloop.ledger.circulation.rows.Accounts.Traits;

/** The words under which tables count accounts. */
final class Words {
  /** Stands for what is not known. */
  static final String UNKNOWN = Sbi.UNKNOWN;

  /** Residents, where tables are by sector: they have none. */
  static final String RESIDENT = Role.RESIDENT.wireName();

  /** The fund, where tables are by sector: it has none. */
  static final String FUND = Role.FUND.wireName();

  /** The order of words in tables; what is not known comes last. */
  static final Comparator<String> ORDER =
      Comparator.<String, Boolean>comparing(UNKNOWN::equals).thenComparing(CodePoints::compare);

  private Words() {}

  /** Returns a section {@code A} … {@code U}, {@code resident}, {@code fund}, or {@code ?}. */
  static String sector(Traits traits) {
    return isOrganisation(traits) ? Sbi.section(traits.sector()) : traits.role();
  }

  /** Returns a CBS code without its year, such as {@code BU0363MA01}, or {@code ?}. */
  static String area(Traits traits) {
    String area = traits.area();
    return area.isEmpty() ? UNKNOWN : area.substring(area.indexOf(':') + 1);
  }

  /** Tells whether an account is of an organisation: of neither a resident nor the fund. */
  static boolean isOrganisation(Traits traits) {
    return !traits.role().equals(RESIDENT) && !traits.role().equals(FUND);
  }

  /** Returns each account's word, as it is classified after the entries that count. */
  static String[] ofAccounts(Scope scope, Function<Traits, String> word) {
    return IntStream.range(0, scope.rows().accounts().size())
        .mapToObj(account -> word.apply(scope.traits(account)))
        .toArray(String[]::new);
  }
}
