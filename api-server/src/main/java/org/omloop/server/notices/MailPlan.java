package org.omloop.server.notices;

import java.time.Instant;
import java.util.Optional;
import org.omloop.server.identity.Mailbox;

/**
 * When somebody is mailed, as they chose. Pure.
 *
 * @param dueAt empty: never
 * @param isDaily whether it goes into one mail with others
 */
record MailPlan(Optional<Instant> dueAt, boolean isDaily) {
  private static final MailPlan NEVER = new MailPlan(Optional.empty(), false);

  /**
   * Plans one notice.
   *
   * @param mailbox of the recipient; empty where they have none, or for somebody who asks to join
   */
  static MailPlan of(Notice notice, Optional<Mailbox> mailbox, QuietHours quiet, Instant now) {
    NoticeKind kind = notice.kind();
    if (kind.isOfApplication()) {
      return at(quiet.after(now));
    }
    if (kind.isConfirmation()) {
      return at(now);
    }
    Optional<Mailbox> reached = mailbox.filter(
        each -> each.address().isPresent() || kind.isUrgent() && each.former().isPresent());
    if (reached.isEmpty()) {
      return NEVER;
    }
    if (kind.isUrgent()) {
      return at(now);
    }
    if (kind.isStatement()) {
      return reached.get().statement().equals("none") ? NEVER : at(quiet.after(now));
    }
    return switch (reached.get().events()) {
      case "at-once" -> at(quiet.after(now));
      case "daily" -> new MailPlan(Optional.of(quiet.nextDaily(now)), true);
      default -> NEVER;
    };
  }

  private static MailPlan at(Instant due) {
    return new MailPlan(Optional.of(due), false);
  }
}
