package org.omloop.server.demo.market;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.omloop.server.demo.neighbourhood.Chance;
import org.omloop.server.demo.neighbourhood.Resident;

/** Every week somebody's phone is gone: the desk stops the account, and lets it go on when a new phone is enrolled. */
final class LostPhones implements Rhythm {
  private static final LocalTime AT_THE_DESK = LocalTime.of(7, 30);

  private final Book book;
  private final Chance chance;
  private final List<Resident> lost = new ArrayList<>();

  LostPhones(Book book) {
    this.book = book;
    this.chance = book.chance();
  }

  /** Returns those whose account stands still now. */
  List<Resident> lost() {
    return List.copyOf(lost);
  }

  @Override
  public void begin(LocalDate date, int day) {
    if (date.getDayOfWeek() == DayOfWeek.TUESDAY) {
      book.wish(date.atTime(AT_THE_DESK), this::lose);
    }
  }

  private void lose(LocalDateTime now) {
    Resident resident = chance.pick(book.residents());
    if (book.isActive(resident.account())) {
      book.plan(now, new Act.Suspend(resident.account(), true));
      book.leaveOut(resident.account());
      lost.add(resident);
      book.wish(now.plusDays(chance.between(3, 9)), later -> find(later, resident));
    }
  }

  private void find(LocalDateTime now, Resident resident) {
    book.plan(now, new Act.Suspend(resident.account(), false));
    book.takeBack(resident.account());
    lost.remove(resident);
  }
}
