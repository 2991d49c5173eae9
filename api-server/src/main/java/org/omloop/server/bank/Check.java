package org.omloop.server.bank;

/** What is checked of a bank's file before anything is booked, in that order (docs/operators.md). */
public enum Check {
  /** The file is new. */
  I1,
  /** It is a file of a known kind, whole and well-formed. */
  I2,
  /** It is of the reserve account, in euro cents. */
  I3,
  /** What says that it is a copy equals what is kept. */
  I4,
  /** It has one opening and one closing balance. */
  I5,
  /** Opening plus credits less debits is closing. */
  I6,
  /** It goes on where the statement before it ended. */
  I7,
  /** No number is left out. */
  I8,
  /** All its pages are there. */
  I9,
  /** The details of every line add up to it. */
  I10,
  /** No line takes an earlier one back. */
  I11,
  /** No payment came back. */
  I12,
  /** No line has been taken in before. */
  I13
}
