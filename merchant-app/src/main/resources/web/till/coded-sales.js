// Sales that were paid by a till code, until the journal has been seen to say so too.

import { DeviceStore } from '../kit/device-store.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { ReceiptInvalid, checkReceipt, paymentFor } from '../kit/receipt.js';
import { bookedPayment } from './booked-payment.js';

const STORE = new DeviceStore('coded');

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

/** @returns {Promise<boolean>} also false where the server says so and its receipt does not hold */
async function isBooked(
  /** @type {Coded} */ { terms, amount, account: payee, at },
  /** @type {import('../kit/member-client.js').MemberClient} */ client,
  /** @type {string} */ logKey,
) {
  const index = await bookedPayment(client, terms, at);
  if (index === null) {
    return false;
  }
  try {
    const { entry } = await checkReceipt(await client.receipt(index), logKey);
    return paymentFor(entry, { payee, terms, amount }) !== null;
  } catch (cause) {
    if (cause instanceof ReceiptInvalid) {
      return false;
    }
    throw cause;
  }
}
