// What a table says of what a reader chose, where a sentence on all its lines would be about something else. No DOM.

import { formatAmount } from '../kit/money.js';
import { shareText } from './cell-text.js';
import { known } from './report.js';
import { summaryOf } from './summaries.js';

/** @type {Record<string, (table: import('./report.js').Table, view: import('./cell-text.js').View) => string>} */
const SUMMARIES = {
  areas: (table, view) => one(table, view, ['own_share', 'net'], 'chosen.areas'),
  'area-matrix': (table, view) => summaryOf(table, view),
  programmes: (table, view) => programme(table, view),
  retention: (table, view) => summaryOf(table, view),
  'sector-matrix': (table, view) => summaryOf(table, view),
  sectors: (table, view) => one(table, view, ['received', 'spent', 'redeemed'], 'chosen.sectors'),
  provisions: (_, view) => view.words.t('chosen.provisions'),
  'missing-suppliers': (_, view) => view.words.t('chosen.missing-suppliers'),
};

/**
 * @param {import('./report.js').Table} table the lines that were chosen
 * @param {import('./cell-text.js').View} view
 * @returns {string} empty where there is nothing to say
 */
export function chosenSummary(table, view) {
  return table.rows.length > 0 ? (SUMMARIES[table.id]?.(table, view) ?? '') : view.words.t('chosen.none');
}

/** What the only line says; nothing where a part of it is hidden or cannot be told. */
function one(table, view, figures, key) {
  const [line] = table.lines;
  if (table.rows.length > 1 || figures.some((figure) => known(line[figure]) === null)) {
    return '';
  }
  return view.words.t(key, Object.fromEntries(figures.map((figure) => [figure, said(figure, line, table, view)])));
}

/** The reading that mixes, of the three that stand in the table. */
function programme(table, view) {
  const mixed = table.only(({ rule }) => rule === 'mixed');
  return mixed.rows.length === 1 ? one(mixed, view, ['granted', 'spent', 'inside', 'redeemed'], 'chosen.programmes') : '';
}

function said(figure, line, table, view) {
  const { kind } = table.columns.find(({ id }) => id === figure);
  const { currency, words } = view;
  return kind === 'share' ? shareText(line[figure], view) : formatAmount(line[figure], currency, words.locale);
}
