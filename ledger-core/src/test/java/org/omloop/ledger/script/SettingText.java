package org.omloop.ledger.script;

import java.util.List;
import java.util.Optional;
import org.omloop.ledger.policy.Setting;

/** Settings as scripts write them: {@code balanceCapResident=150.00}, {@code fundAccount=none}. */
final class SettingText {
  private SettingText() {}

  static Optional<Object> read(Setting setting, String text) {
    if (text.equals("none")) {
      return Optional.empty();
    }
    return Optional.of(
        switch (setting.form()) {
          case AMOUNT -> AmountText.read(text);
          case BASIS_POINTS, SECONDS, COUNT, PERCENT, YEAR, SHARE, LM3 -> Long.parseLong(text);
          case FLAG -> Boolean.parseBoolean(text);
          case REDEMPTION, ACCOUNT, IBAN, PAYEE -> text;
          case PREFIXES -> List.of(text.split(","));
        });
  }
}
