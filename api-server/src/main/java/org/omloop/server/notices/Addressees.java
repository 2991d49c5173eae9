package org.omloop.server.notices;

import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omloop.ledger.Ledger;
import org.omloop.ledger.account.AccountId;
import org.omloop.server.identity.Applications;
import org.omloop.server.identity.Mailbox;
import org.omloop.server.identity.Mailboxes;
import org.omloop.server.identity.People;
import org.omloop.server.identity.Person;

/** Finds out whom a notice is mailed to, when it is. Thread-safe; a future fails when the store cannot be reached. */
public final class Addressees {
  private final People people;
  private final Applications applications;
  private final Mailboxes mailboxes;
  private final NoticeStore notices;

  public Addressees(
      People people, Applications applications, Mailboxes mailboxes, NoticeStore notices) {
    this.people = people;
    this.applications = applications;
    this.mailboxes = mailboxes;
    this.notices = notices;
  }

  /**
   * Returns whom, the address before first; empty where they are gone, gave no address, or wait for another code by now.
   */
  Future<List<Addressee>> of(Notice notice) {
    if (notice.kind().isConfirmation()) {
      return confirming(notice).map(Addressees::list);
    }
    if (notice.kind() == NoticeKind.ADMITTED) {
      return applications
          .of(new AccountId(notice.recipient()))
          .compose(found -> found.isPresent()
              ? applicant(found.get().person())
              : Future.succeededFuture(Optional.<Addressee>empty()))
          .map(Addressees::list);
    }
    return notice.kind().isOfApplication()
        ? people
            .byId(notice.recipient())
            .compose(found -> found.isPresent()
                ? applicant(found.get())
                : Future.succeededFuture(Optional.<Addressee>empty()))
            .map(Addressees::list)
        : member(new AccountId(notice.recipient()), notice.kind().isUrgent());
  }

  /** What somebody wrote in a form is not said back to an address that may be another's. */
  private Future<Optional<Addressee>> applicant(Person person) {
    String address = person.dossier().text("email");
    if (!Mailbox.isAddress(address)) {
      return Future.succeededFuture(Optional.empty());
    }
    return notices
        .languageOf(person.id())
        .map(language -> Optional.of(new Addressee(
            address, language.orElse("nl"), "", Optional.empty(), false, "none", "", false)));
  }

  private Future<Optional<Addressee>> confirming(Notice notice) {
    AccountId account = new AccountId(notice.recipient());
    return mailboxes
        .code(account, notice.about())
        .compose(code -> code.isEmpty()
            ? Future.succeededFuture(Optional.empty())
            : mailboxes
                .of(account)
                .map(found -> found.flatMap(box -> box.pending()
                    .map(address -> new Addressee(
                        address,
                        box.language(),
                        "",
                        Optional.empty(),
                        isOffice(account),
                        box.statement(),
                        code.get(),
                        false)))));
  }

  /** A warning goes to the address before, too, while it is kept: whoever took that away does not end it by that. */
  private Future<List<Addressee>> member(AccountId account, boolean isWarning) {
    return mailboxes.of(account).compose(found -> {
      Optional<Mailbox> box = found.filter(
          each -> each.address().isPresent() || isWarning && each.former().isPresent());
      return box.isEmpty()
          ? Future.succeededFuture(List.of())
          : people
              .of(account)
              .map(person -> person.map(each -> each.dossier().text("name")).orElse(""))
              .map(name -> members(account, box.get(), name, isWarning));
    });
  }

  private static List<Addressee> members(
      AccountId account, Mailbox box, String name, boolean isWarning) {
    List<Addressee> all = new ArrayList<>();
    box.former()
        .filter(each -> isWarning && !box.address().equals(box.former()))
        .ifPresent(each -> all.add(member(account, box, each, name, true)));
    box.address().ifPresent(each -> all.add(member(account, box, each, name, false)));
    return all;
  }

  private static Addressee member(
      AccountId account, Mailbox box, String address, String name, boolean isFormer) {
    return new Addressee(
        address,
        box.language(),
        name,
        Optional.of(box.stopToken()),
        isOffice(account),
        box.statement(),
        "",
        isFormer);
  }

  private static List<Addressee> list(Optional<Addressee> one) {
    return one.map(List::of).orElse(List.of());
  }

  private static boolean isOffice(AccountId account) {
    return account.equals(Ledger.OPERATOR);
  }
}
