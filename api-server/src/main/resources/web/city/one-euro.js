// What one euro did, in a sentence or two. No DOM.

import { periodText } from './cell-text.js';
import { known } from './report.js';

const RULES = ['fifo', 'lifo', 'mixed'];

/**
 * The reading that mixes leads; the three stand behind it where they differ.
 *
 * @param {import('./report.js').Table} table with a line at least
 * @param {import('./cell-text.js').View} view
 */
export function oneEuroText(table, { currency, words }) {
  const line = table.line({ rule: 'mixed' }) ?? table.lines[0];
  const of = (/** @type {any} */ share) =>
    known(share) === null ? '.' : `${currency.symbol}\u00a0${words.number(Math.round(share * 100))}`;
  const three = RULES.map((rule) => table.line({ rule }))
    .filter((each) => each !== undefined)
    .map((each) => of(each.inside));
  const sentence = words.t('summary.one-euro', {
    cohort: periodText(line.cohort, words),
    days: words.number(line.days),
    spent: of(line.spent),
    inside: of(line.inside),
    redeemed: of(line.redeemed),
  });
  return new Set(three).size > 1 ? `${sentence} ${words.t('summary.one-euro-readings', { three: three.join(' · ') })}` : sentence;
}
