package org.omloop.server.demo.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.omloop.ledger.account.Role;
import org.omloop.ledger.money.Amount;
import org.omloop.server.demo.neighbourhood.Organisation;

/**
 * What the neighbourhood votes for out of its fund, on a Saturday in the middle of each quarter: the more votes a
 * project had, the larger its share.
 */
final class FundVotes implements Rhythm {
  private static final LocalTime AFTER_THE_VOTE = LocalTime.of(15, 0);
  /** What stays in the fund: more than the contributions that any day's refunds take back. */
  private static final long FUND_MARGIN = 100_00;

  private static final List<Integer> SHARES_PERCENT = List.of(35, 25, 15, 10);
  private static final long STEP = 5_00;

  private final Book book;

  FundVotes(Book book) {
    this.book = book;
  }

  @Override
  public void begin(LocalDate date, int day) {
    if (isVote(date)) {
      book.wish(date.atTime(AFTER_THE_VOTE), this::grant);
    }
  }

  /** The second Saturday of February, May, August and November. */
  private static boolean isVote(LocalDate date) {
    return date.getMonthValue() % 3 == 2
        && date.getDayOfWeek() == DayOfWeek.SATURDAY
        && date.getDayOfMonth() > 7
        && date.getDayOfMonth() <= 14;
  }

  private void grant(LocalDateTime now) {
    long pot = book.fundAvailable() - FUND_MARGIN;
    List<Organisation> projects = book.chance().shuffled(projects());
    for (int place = 0; place < SHARES_PERCENT.size(); place++) {
      long share = pot * SHARES_PERCENT.get(place) / 100 / STEP * STEP;
      if (share > 0) {
        book.grant(
            now, book.neighbourhood().fund(), projects.get(place).account(), Amount.of(share));
      }
    }
  }

  private List<Organisation> projects() {
    return book.organisations().stream()
        .filter(each -> each.role() == Role.COMMONS || each.role() == Role.SOCIAL)
        .toList();
  }
}
