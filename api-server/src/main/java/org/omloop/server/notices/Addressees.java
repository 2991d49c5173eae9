package org.omloop.server.notices;

import io.vertx.core.Future;
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

  /** Returns whom; empty where they are gone, gave no address, or wait for another code by now. */
  Future<Optional<Addressee>> of(Notice notice) {
    if (notice.kind().isConfirmation()) {
      return confirming(notice);
    }
    if (notice.kind() == NoticeKind.ADMITTED) {
      return applications
          .of(new AccountId(notice.recipient()))
          .compose(found -> found.isPresent()
              ? applicant(found.get().person())
              : Future.succeededFuture(Optional.empty()));
    }
    return notice.kind().isOfApplication()
        ? people
            .byId(notice.recipient())
            .compose(found -> found.isPresent()
                ? applicant(found.get())
                : Future.succeededFuture(Optional.empty()))
        : member(new AccountId(notice.recipient()));
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
            address, language.orElse("nl"), "", Optional.empty(), false, "none", "")));
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
                        code.get())))));
  }

  private Future<Optional<Addressee>> member(AccountId account) {
    return mailboxes
        .of(account)
        .compose(found -> found.flatMap(Mailbox::address).isEmpty()
            ? Future.succeededFuture(Optional.empty())
            : people
                .of(account)
                .map(person -> Optional.of(member(
                    account,
                    found.get(),
                    person.map(each -> each.dossier().text("name")).orElse("")))));
  }

  private static Addressee member(AccountId account, Mailbox box, String name) {
    return new Addressee(
        box.address().orElseThrow(),
        box.language(),
        name,
        Optional.of(box.stopToken()),
        isOffice(account),
        box.statement(),
        "");
  }

  private static boolean isOffice(AccountId account) {
    return account.equals(Ledger.OPERATOR);
  }
}
