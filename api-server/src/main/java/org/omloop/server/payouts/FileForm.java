package org.omloop.server.payouts;

import java.util.Arrays;
import java.util.Optional;

/** Versions of the payment file that banks take (ISO 20022 CustomerCreditTransferInitiation). */
public enum FileForm {
  /** What Dutch banks ask for now. */
  V09("pain.001.001.09"),
  /** What some still take alone. */
  V03("pain.001.001.03");

  private final String wireName;

  FileForm(String wireName) {
    this.wireName = wireName;
  }

  /** Returns its name in ISO 20022. */
  public String wireName() {
    return wireName;
  }

  /** Returns the namespace of its root. */
  public String namespace() {
    return "urn:iso:std:iso:20022:tech:xsd:" + wireName;
  }

  /** Returns the version of that name. */
  public static Optional<FileForm> named(String wireName) {
    return Arrays.stream(values())
        .filter(each -> each.wireName.equals(wireName))
        .findFirst();
  }
}
