package org.omloop.server.http.statement;

import java.time.Instant;
import java.util.List;
import org.omloop.ledger.order.Order;
import org.omloop.server.http.problem.Language;
import org.omloop.server.members.Member;
import org.omloop.server.print.CircuitMoney;
import org.omloop.server.statements.CamtStatement;
import org.omloop.server.statements.Mt940Statement;
import org.omloop.server.statements.Names;
import org.omloop.server.statements.PdfStatement;
import org.omloop.server.statements.StatementForm;
import org.omloop.server.statements.StatementWords;

/** Makes the form that a statement is written in. Takes some milliseconds: a PDF reads its fonts. */
final class StatementForms {
  private StatementForms() {}

  static StatementForm of(
      StatementType type,
      Order.Genesis genesis,
      List<Member> named,
      Language language,
      Instant now) {
    CircuitMoney money = new CircuitMoney(genesis.name(), genesis.unit(), genesis.scale());
    Names names = Names.of(money.circuit(), named);
    StatementWords words = language == Language.NL ? StatementWords.DUTCH : StatementWords.ENGLISH;
    return switch (type) {
      case JSON -> new JsonStatement();
      case CSV -> new CsvStatement(language, money.scale());
      case PDF -> new PdfStatement(money, names, words);
      case CAMT -> new CamtStatement(money, names, words, now);
      case MT940 -> new Mt940Statement(money, names, words);
    };
  }
}
