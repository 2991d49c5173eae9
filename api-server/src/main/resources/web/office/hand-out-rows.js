// A list of whom a programme hands out to, as a spreadsheet saves it: a line each, whom and how much.

import { parseAmount } from '../kit/money.js';

/** How many grants are signed together: each waits as an order of its own. */
export const MOST_ROWS = 100;

/**
 * @typedef {object} Row
 * @property {number} line in the file, from 1
 * @property {string} to an account; empty where nobody is meant
 * @property {string} said whom the file names
 * @property {number} amount in minor units; 0 where it is none
 * @property {string} fault key of the words that say what is wrong; empty where nothing is
 */

/**
 * Reads a list. A first line without an amount is taken for a heading.
 *
 * @param {string} text lines of 'account or name;amount', with a semicolon or a tab
 * @param {import('../kit/members.js').Members} members whose names may stand for accounts
 * @param {import('../kit/ledger-client.js').CurrencyFacts} currency
 * @param {import('../kit/i18n.js').Words} words
 * @returns {Row[]} lines without anything on them are left out
 */
export function readRows(text, members, currency, words) {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const rows = lines
    .map((line, at) => ({ line: at + 1, cells: line.split(/[;\t]/).map((cell) => cell.replace(/^\s*"?|"?\s*$/g, '')) }))
    .filter(({ cells }) => cells.some(Boolean))
    .map(({ line, cells }) => readRow(line, cells, members, currency, words));
  const listed = rows[0]?.amount === 0 && rows[0].fault === 'row.no-amount' && rows.length > 1 ? rows.slice(1) : rows;
  const seen = new Map();
  return listed.map((row) => {
    const before = seen.get(row.to);
    if (row.fault || before !== undefined) {
      return { ...row, fault: row.fault || 'row.twice' };
    }
    seen.set(row.to, row.line);
    return row;
  });
}

/** @returns {Row} */
function readRow(
  /** @type {number} */ line,
  /** @type {string[]} */ cells,
  /** @type {import('../kit/members.js').Members} */ members,
  /** @type {import('../kit/ledger-client.js').CurrencyFacts} */ currency,
  /** @type {import('../kit/i18n.js').Words} */ words,
) {
  const [said, typed = ''] = cells;
  const named = members.all.filter(({ name }) => name.toLowerCase() === said.toLowerCase());
  const to = named.length === 1 ? named[0].account : said.toLowerCase();
  const amount = parseAmount(typed, currency, words.locale) ?? 0;
  const isAccount = /^[a-z0-9-]{1,40}$/.test(to);
  const fault =
    cells.filter(Boolean).length > 2
      ? 'row.too-many'
      : amount === 0
        ? 'row.no-amount'
        : named.length > 1
          ? 'row.several'
          : isAccount
            ? ''
            : 'row.nobody';
  return { line, said, to: isAccount && named.length < 2 ? to : '', amount, fault };
}
