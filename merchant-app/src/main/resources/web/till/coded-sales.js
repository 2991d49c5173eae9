// Sales that were paid by a till code, until the journal has been seen to say so too.

import { DeviceStore } from '../kit/device-store.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { ReceiptInvalid, checkReceipt, paymentFor } from '../kit/receipt.js';

const STORE = new DeviceStore('coded');
const PAGE = 100;

/** A payer's clock, and the server's, may be so much before this till's. */
const CLOCKS_MILLISECONDS = 600_000;

/**
 * @typedef {object} Coded
 * @property {string} id the request's
 * @property {string} terms in base64url
 * @property {number} amount in minor units
 * @property {string} account
 * @property {number} at milliseconds since 1970
 */

/** @param {Coded} sale */
export function keepCoded(sale) {
  return STORE.put(sale.id, sale);
}

/** @param {string} id */
export function forgetCoded(id) {
  return STORE.remove(id);
}

/**
 * Looks which of them are in the journal.
 *
 * @param {import('../kit/member-client.js').MemberClient} client
 * @param {string} logKey
 * @returns {Promise<{sale: Coded, isBooked: boolean}[]>} what is known by now; without an answer nothing is
 */
export async function settleCoded(client, logKey) {
  const mine = /** @type {Coded[]} */ (await STORE.all()).filter(({ account }) => account === client.account);
  const settled = [];
  try {
    for (const sale of mine) {
      settled.push({ sale, isBooked: await isBooked(sale, client, logKey) });
    }
  } catch (cause) {
    if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
      throw cause;
    }
  }
  return settled;
}

async function isBooked(/** @type {Coded} */ sale, /** @type {import('../kit/member-client.js').MemberClient} */ client, /** @type {string} */ logKey) {
  const { terms, amount, account: payee } = sale;
  for (let cursor = ''; ; ) {
    const page = await client.entryPage(PAGE, cursor);
    const paid = page.entries.find(({ decision, order }) => decision === 'posted' && order.request === terms);
    if (paid) {
      return isProven(paid.index, { payee, terms, amount }, client, logKey);
    }
    const last = page.entries[page.entries.length - 1];
    if (!page.next || !last || Date.parse(last.bookedAt) < sale.at - CLOCKS_MILLISECONDS) {
      return false;
    }
    cursor = page.next;
  }
}

async function isProven(/** @type {number} */ index, /** @type {{payee: string, terms: string, amount: number}} */ sold, /** @type {import('../kit/member-client.js').MemberClient} */ client, /** @type {string} */ logKey) {
  try {
    return paymentFor((await checkReceipt(await client.receipt(index), logKey)).entry, sold) !== null;
  } catch (cause) {
    if (cause instanceof ReceiptInvalid) {
      return false;
    }
    throw cause;
  }
}
