package org.omloop.server.council;

import java.math.BigDecimal;
import java.util.function.Function;
import org.omloop.ledger.circulation.period.Cell;
import org.omloop.server.council.Grid.Column;

/**
 * Makes columns of a report's table, as the paper writes them.
 *
 * @param paper says what cells say
 * @param table by whose columns they are called
 */
record TableColumns(Paper paper, ReportTable table) {
  Column name(String column, float width) {
    return Column.words(
        table.name(column), width, row -> paper.text().word(table.id(), column, row.word(column)));
  }

  Column amount(String column, float width) {
    Function<BigDecimal, String> amounts = paper
        .text()
        .amountsLike(
            table.rows().stream().flatMap(row -> row.figure(column).stream()).toList());
    return Column.number(TablePart.amountIn(paper, table.name(column)), width, row -> paper
        .text()
        .shown(row.cell(column), amounts));
  }

  Column share(String column, float width) {
    return Column.number(table.name(column), width, row -> paper
        .text()
        .shown(row.cell(column), paper.text()::share));
  }

  Column count(String column, float width) {
    return Column.number(table.name(column), width, row -> paper
        .text()
        .shown(row.cell(column), paper.text()::count));
  }

  Column ratio(String column, float width) {
    return Column.number(table.name(column), width, row -> paper
        .text()
        .shown(row.cell(column), each -> paper.text().number(each, 2)));
  }

  /** Bars of one table are all on one scale; shares' longest is at least a half, so that small ones look small. */
  Column bar(String column, float width) {
    float largest = table.rows().stream()
        .flatMap(row -> row.figure(column).stream())
        .map(BigDecimal::floatValue)
        .reduce(0.5f, Math::max);
    return Column.bar(
        "",
        width,
        row -> row.cell(column) instanceof Cell.Hidden
            ? Grid.HIDDEN
            : row.figure(column).map(BigDecimal::floatValue).orElse(0f) / largest);
  }
}
