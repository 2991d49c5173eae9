// An exact table of the office's, as the server measured it. Asking for one is a look that is kept.

import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';

/**
 * @typedef {object} OperatorTable as the API has it
 * @property {string} period
 * @property {boolean} closed
 * @property {string} asOf
 * @property {{nl: string, en: string}} definition
 * @property {{columns: {id: string}[], rows: (string | number | null)[][], note: {nl: string, en: string} | null}} table
 * @property {Record<string, {account: string, sector: string, distance: string, reasons: string[]}[]>} suppliers
 */

/** @param {string} what such as 'supply-gaps' @param {string} period empty for the server's choice */
const path = (what, period) => `/v1/circulation/${what}${period ? `?period=${period}` : ''}`;

/**
 * Asks for a table.
 *
 * @param {import('../kit/member-client.js').MemberClient} client
 * @param {string} what
 * @param {string} period
 * @param {import('../kit/i18n.js').Words} words
 * @returns {Promise<{found: OperatorTable | null, trouble: string}>} trouble: what went wrong, in words
 */
export async function readTable(client, what, period, words) {
  try {
    return { found: await client.ask(path(what, period)), trouble: '' };
  } catch (cause) {
    if (cause instanceof NoAnswer) {
      return { found: null, trouble: words.t('supply.unread') };
    }
    if (cause instanceof Problem) {
      return { found: null, trouble: `${cause.message}. ${cause.detail ?? ''}` };
    }
    throw cause;
  }
}

/** The lines by the names of their columns. @param {OperatorTable} found @returns {Record<string, any>[]} */
export function linesOf({ table }) {
  return table.rows.map((row) => Object.fromEntries(table.columns.map(({ id }, at) => [id, row[at]])));
}

/**
 * Keeps a table as a file for spreadsheets.
 *
 * @param {import('../kit/member-client.js').MemberClient} client
 * @param {string} what
 * @param {string} period
 */
export async function saveTable(client, what, period) {
  const address = URL.createObjectURL(await client.file(path(what, period), 'text/csv'));
  const link = Object.assign(document.createElement('a'), { href: address, download: `${what}-${period}.csv` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
