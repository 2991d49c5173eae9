package org.omloop.server.notices;

import java.util.Arrays;
import java.util.Locale;

/** What a notice tells of. */
public enum NoticeKind {
  /** Somebody asked to join. */
  APPLICATION_RECEIVED(Sort.APPLICATION),
  /** Somebody who asked to join was not admitted. */
  APPLICATION_REFUSED(Sort.APPLICATION),
  /** An account was opened for somebody who had asked. */
  ADMITTED(Sort.APPLICATION),
  /** Units were issued against euros. */
  TOPPED_UP(Sort.EVENT),
  /** The bank has paid a redemption. */
  PAID_OUT(Sort.EVENT),
  /** A redemption was given back. */
  GIVEN_BACK(Sort.EVENT),
  /** A month is over. */
  STATEMENT(Sort.STATEMENT),
  /** Two operators added a key, as after the loss of a phone; it waits before it may sign. */
  KEY_RECOVERY(Sort.SECURITY),
  /** Another key than the account's first was added: by its own keys, or by a code that was given out. */
  KEY_ADDED(Sort.SECURITY),
  /** A phone, till or card was blocked. */
  KEY_BLOCKED(Sort.SECURITY),
  /** Another e-mail address was named. */
  ADDRESS_CHANGE(Sort.SECURITY),
  /** The e-mail address was taken away. */
  ADDRESS_REMOVED(Sort.SECURITY),
  /** The code by which an address is confirmed. */
  CONFIRMATION(Sort.CONFIRMATION),
  /** The bank and the units outstanding do not agree. */
  RESERVE_OPEN(Sort.EVENT),
  /** Orders wait for a second signature. */
  PROPOSALS_WAITING(Sort.EVENT);

  private enum Sort {
    APPLICATION,
    EVENT,
    STATEMENT,
    SECURITY,
    CONFIRMATION
  }

  private final Sort sort;

  NoticeKind(Sort sort) {
    this.sort = sort;
  }

  /** Tells whether it answers an application, at the address that was given with it. */
  public boolean isOfApplication() {
    return sort == Sort.APPLICATION;
  }

  /** Tells whether it cannot wait and cannot be stopped: it warns of what a thief could do, or was asked for just now. */
  public boolean isUrgent() {
    return sort == Sort.SECURITY || sort == Sort.CONFIRMATION;
  }

  /** Tells whether it goes to the address that is being confirmed. */
  public boolean isConfirmation() {
    return sort == Sort.CONFIRMATION;
  }

  /** Tells whether it is a statement, which is chosen apart from all else. */
  public boolean isStatement() {
    return sort == Sort.STATEMENT;
  }

  /** Tells whether members see it in their list. */
  public boolean isListed() {
    return this == ADMITTED || !isOfApplication() && !isConfirmation();
  }

  /** Returns the kind of that name. */
  public static NoticeKind named(String wireName) {
    return Arrays.stream(values())
        .filter(each -> each.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no notice is of kind " + wireName));
  }

  /** Returns the name used in the queue, the API and the words. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
