// Inviting a member: an account is opened with the hash of a code, and the code is given to the member alone.

import { sha256, toBase64Url, toCrockford, utf8 } from '../kit/bytes.js';
import { openOrder } from '../kit/orders.js';

const CODE_SYMBOLS = 26;
const LIFE_SECONDS = 30 * 24 * 60 * 60;

/** What each kind of member's first key may do. */
export const RIGHTS = {
  resident: ['pay', 'receive', 'redeem'],
  firm: ['pay', 'receive', 'redeem', 'refund'],
};

/**
 * @typedef {object} Invited
 * @property {string} account
 * @property {string} code 26 of Crockford's base32: 130 random bits
 * @property {Date} until
 * @property {object} order opens the account, for the operator to sign
 */

/**
 * Prepares an invitation.
 *
 * @param {string} origin the ledger's
 * @param {{role: 'resident' | 'firm', sector: string, area?: string, account?: string}} facts sector: empty, or such as
 *     'SBI2008:47241'; area: empty, or such as '2026:BU0363AA01'; account: its name, where it has one already
 * @returns {Promise<Invited>}
 */
export async function invite(origin, { role, sector, area = '', account = randomName() }) {
  const code = toCrockford(crypto.getRandomValues(new Uint8Array(32)), CODE_SYMBOLS);
  const until = Math.floor(Date.now() / 1000) + LIFE_SECONDS;
  const order = openOrder(origin, {
    account,
    role,
    sector,
    area,
    invitation: {
      codeHash: toBase64Url(await sha256(utf8(code))),
      holder: randomName(),
      label: role === 'resident' ? 'phone' : 'till',
      rights: RIGHTS[role],
      until,
    },
  });
  return { account, code, until: new Date(until * 1000), order };
}

/** 16 lower-case symbols, which name nobody. */
function randomName() {
  return toCrockford(crypto.getRandomValues(new Uint8Array(16)), 16).toLowerCase();
}
