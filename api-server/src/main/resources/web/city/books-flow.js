// Money's way through the circuit as a whole, where it was not told which money passed whom. No DOM.

import { ENTERED } from './closing-line.js';
import { Table, known } from './report.js';

/** Its table's id: its places are called otherwise than those of the flow that was followed. */
export const BOOKS_FLOW = 'books-flow';

/** In the middle stand all members together. */
const CIRCUIT = 'circuit';

/** What left, of which it is not told what for. */
const UNSPLIT = 'out-?';

/** Whether any way that was followed can be drawn. @param {Table} flow */
export function isFollowed(flow) {
  return flow.lines.some(({ amount }) => known(amount) > 0);
}

/**
 * The same columns as the table of the flow, by the sums of the books: what was there and came in, and where it is. What is
 * told of the way out stands apart; the rest of what left is one line.
 *
 * @param {Table} flow
 * @param {import('./report.js').Report} report
 * @returns {Table} without a line where the report has no sums
 */
export function booksFlow(flow, report) {
  const closing = report.table('closing')?.lines ?? [];
  const told = (report.table('exits')?.lines ?? []).map(({ purpose, amount }) => [`out-${purpose}`, known(amount) ?? 0]);
  let left = closing.filter(({ item }) => /^out(-|$)/.test(item)).reduce((sum, { amount }) => sum - (known(amount) ?? 0), 0);
  const out = [];
  for (const [place, amount] of told) {
    out.push([1, CIRCUIT, place, Math.min(left, amount)]);
    left -= Math.min(left, amount);
  }
  const rows = [
    ...closing.filter(({ item }) => item === 'opening' || ENTERED.includes(item)).map(({ item, amount }) => [0, item, CIRCUIT, known(amount)]),
    ...closing.filter(({ item }) => item === 'closing').map(({ amount }) => [1, CIRCUIT, 'inside', known(amount)]),
    ...out,
    [1, CIRCUIT, UNSPLIT, left],
  ].filter(([, , , amount]) => amount > 0);
  const all = rows.filter(([step]) => step === 0).reduce((sum, [, , , amount]) => sum + amount, 0);
  return new Table({ ...flow, id: BOOKS_FLOW, note: null, rows: rows.map((row) => [...row, row[3] / all]) });
}
