// What a cell says, in the reader's language. No DOM.

import { formatAmount } from '../kit/money.js';
import { HIDDEN, isFigure } from './report.js';
import { sectionOf } from './sections.js';

/**
 * What every part of the page needs to say something.
 *
 * @typedef {object} View
 * @property {import('./report.js').Report} report
 * @property {import('../kit/ledger-client.js').CurrencyFacts} currency
 * @property {import('../kit/i18n.js').Words} words
 * @property {Map<string, any>} indicators definitions by id; empty where the server has none
 * @property {import('./report-client.js').AuditClient | null} audit whoever may look behind a line
 * @property {Map<string, string>} areas what areas are called, by code; empty where nobody named them
 * @property {string} cohort the money whose stay is shown; empty where nobody chose
 */

/** Which words a column of words takes. */
const FAMILIES = {
  item: 'item',
  rule: 'rule',
  provision: 'provision',
  role: 'role',
  measure: 'measure',
  who: 'who',
  figure: 'figure',
  scheme: 'scheme',
};

/** A month of some year; an address may ask for any. */
const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** How money leaves without being redeemed. */
const NOT_REDEEMED = new Set(['demurrage', 'refund', 'credit']);

/** Where money comes from that no programme granted. */
const NO_PROGRAMME = 'issue';

/** Money that members paid below zero. */
const CREDIT = 'credit';

/** Figures of the headline that are no shares, and how they are written. */
const NO_SHARES = { C4: 'per-year', C5: 'days', C7: 'times', C8: 'number', C9: 'times' };

/**
 * A cell as text: '.' cannot be told, 'x' is hidden.
 *
 * @param {any} value
 * @param {import('./report.js').Column} column
 * @param {import('./report.js').Table} table
 * @param {View} view
 * @param {import('./report.js').Line} [line] the others beside it
 */
export function cellText(value, column, table, view, line = {}) {
  if (value === null) {
    return '.';
  }
  if (isFigure(column)) {
    return value === HIDDEN ? HIDDEN : figureText(value, column, table, view, line);
  }
  if (column.kind === 'period' || column.id === 'year') {
    return periodText(value, view.words);
  }
  return column.kind === 'word' || column.id === 'scheme' ? wordText(value, column.id, table.id, view) : value;
}

/** The column of a band's upper edge; it stands in one cell with the lower one. */
export const BAND = { low: 'low80', high: 'high80' };

/**
 * An estimate's band, such as '61–68%'; nothing where there is none, or a part of it is hidden.
 *
 * @param {import('./report.js').Line} line
 * @param {(edge: number) => string} text
 */
export function bandText(line, text) {
  const [low, high] = [line[BAND.low], line[BAND.high]];
  if (typeof low !== 'number' || typeof high !== 'number') {
    return '';
  }
  const [from, to] = [text(low), text(high)];
  const unit = /[^\d.,]*$/.exec(to)[0];
  return `${from.endsWith(unit) ? from.slice(0, from.length - unit.length) : from}–${to}`;
}

function figureText(value, column, table, view, line) {
  const { words } = view;
  switch (column.kind) {
    case 'amount':
      return formatAmount(value, view.currency, words.locale);
    case 'count':
      return words.number(value);
    case 'share':
      return shareText(value, view);
    case 'days':
      return words.number(value, Number.isInteger(value) ? 0 : 1);
    default:
      return table.id === 'headline' ? indicatorText(line.indicator, value, view) : words.number(value, 2);
  }
}

/** What is published is rounded to whole percents; an auditor sees one digit more. @param {number} share @param {View} view */
export function shareText(share, { report, words }) {
  return words.percent(share, report.tier === 'audit' ? 1 : 0);
}

/** A headline's value in its own unit. @param {string} id @param {number | null | string} value @param {View} view */
export function indicatorText(id, value, view) {
  if (typeof value !== 'number') {
    return value ?? '.';
  }
  const unit = NO_SHARES[id];
  if (!unit) {
    return shareText(value, view);
  }
  const number = view.words.number(value, unit === 'days' ? 0 : 2);
  return unit === 'number' ? number : view.words.t(`city.value-${unit}`, { value: number });
}

/** @param {string} word @param {string} column @param {string} table @param {View} view */
export function wordText(word, column, table, view) {
  const { words } = view;
  if (column === 'indicator') {
    return indicatorName(word, view);
  }
  if (column === 'area' || (table === 'area-matrix' && (column === 'payer' || column === 'payee'))) {
    return areaText(word, view);
  }
  if (table === 'missing-suppliers' && column === 'sector') {
    return missingText(word, words);
  }
  if (column === 'purpose') {
    return exitText(word, words);
  }
  if (column === 'from' || column === 'to') {
    return table === 'books-flow' && !word.startsWith('out-') ? booksText(word, words) : nodeText(word, words);
  }
  if (column === 'sector' || column === 'payer' || column === 'payee') {
    return sectorText(word, words);
  }
  const family = FAMILIES[column];
  return family ? words.known(`${family}.${word}`, 'city.as-it-is', word) : word;
}

/** A division in plain words; a section is all of its divisions together. */
function missingText(word, words) {
  if (word === 'other') {
    return words.t('city.other-sectors');
  }
  const section = words.t(`section.${sectionOf(word)}`);
  return /^[A-Z]$/.test(word) ? words.t('city.together', { name: section }) : words.known(`division.${word}`, 'city.as-it-is', section);
}

/** @param {string} id @param {View} view */
export function indicatorName(id, { indicators, words }) {
  return indicators.get(id)?.name[words.language] ?? words.known(`indicator.${id}`, 'city.as-it-is', id);
}

/** 'G' is trade; residents and the fund have no sector and stand beside them. */
function sectorText(word, words) {
  if (word === 'other') {
    return words.t('city.other-sectors');
  }
  return words.known(word.length > 1 ? `role.${word}` : `section.${word}`, 'city.as-it-is', word);
}

/** What a reader may look at by itself. @param {string} name of the filter @param {string} value @param {View} view */
export function filterText(name, value, view) {
  switch (name) {
    case 'sector':
      return sectorText(value, view.words);
    case 'area':
      return areaText(value, view);
    case 'cohort':
      return periodText(value, view.words);
    default:
      return value;
  }
}

/** What an area is called; else CBS's code without the municipality. @param {string} code @param {View} view */
function areaText(code, { areas, words }) {
  if (code === '?' || code === 'other') {
    return words.t(code === '?' ? 'section.?' : 'city.other-areas');
  }
  return areas.get(code) ?? code.replace(/^(BU|WK|SD|GM)\d{4}(?=.)/, '');
}

/** Why money left: by a redemption's purpose, or otherwise. */
function exitText(word, words) {
  if (word === '?') {
    return words.t('city.unsplit');
  }
  return NOT_REDEEMED.has(word) ? words.t(`exit.${word}`) : words.known(`purpose.${word}`, 'purpose.unknown', word);
}

/** A place where no way was followed: a line of the books, or all members together. */
function booksText(word, words) {
  return words.t({ circuit: 'city.circuit', inside: 'city.inside' }[word] ?? `item.${word}`);
}

/** A place in the flow: a role, a sector, a way out, inside; or a programme, which has its own name. */
function nodeText(word, words) {
  if (word.startsWith('out-')) {
    return exitText(word.slice('out-'.length), words);
  }
  if (word === NO_PROGRAMME) {
    return words.t('city.no-programme');
  }
  if (word === CREDIT) {
    return words.t('item.credit');
  }
  const key = /^[A-U?]$/.test(word) ? `section.${word}` : word === 'inside' ? 'city.inside' : `role.${word}`;
  return words.known(key, 'city.as-it-is', word);
}

/** '2026-Q3' as 'derde kwartaal 2026', '2026-08' as 'augustus 2026'. @param {string} period @param {import('../kit/i18n.js').Words} words */
export function periodText(period, words) {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter) {
    return words.t(`city.quarter-${quarter[2]}`, { year: quarter[1] });
  }
  return MONTH.test(period) ? words.month(period) : words.known(`period.${period}`, 'city.as-it-is', period);
}

/** The same where there is little room: '2026 K3'. @param {string} period @param {import('../kit/i18n.js').Words} words */
export function shortPeriod(period, words) {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter) {
    return words.t('city.quarter-short', { quarter: quarter[2], year: quarter[1] });
  }
  return MONTH.test(period) ? shortMonth(period, words) : periodText(period, words);
}

function shortMonth(month, { locale }) {
  const options = /** @type {const} */ ({ month: 'short', year: '2-digit', timeZone: 'UTC' });
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${month}-01T00:00:00Z`));
}
