// A payment request's terms: 40 bytes, laid out as RequestTerms in ledger-core says.

import { fromBase64Url, joined, sameBytes, sha256, toBase64Url, toCrockford, utf8 } from './bytes.js';

const LENGTH = 40;
const LIFE_UNIT_SECONDS = 10;

/**
 * Makes terms.
 *
 * @param {{key: string, payee: string, amount: number, origin: string, lifeSeconds: number, reference?: string}} ask
 *     key: the signing key's id; amount in minor units, 0 where the payer fills it in; reference: up to 7 ASCII characters
 * @returns {Promise<Uint8Array>}
 */
export async function makeTerms({ key, payee, amount, origin, lifeSeconds, reference = '' }) {
  const bytes = new Uint8Array(LENGTH);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 1);
  bytes.set(fromBase64Url(key).subarray(0, 4), 1);
  bytes.set((await sha256(utf8(payee))).subarray(0, 8), 5);
  view.setUint32(13, amount);
  bytes.set((await sha256(utf8(origin))).subarray(0, 2), 17);
  view.setUint32(19, Math.floor(Date.now() / 1000));
  view.setUint16(23, Math.ceil(lifeSeconds / LIFE_UNIT_SECONDS));
  bytes.set(crypto.getRandomValues(new Uint8Array(8)), 25);
  bytes.set(utf8(reference).subarray(0, 7), 33);
  return bytes;
}

/** The request's name: 130 bits of the terms' hash. @param {Uint8Array} terms */
export async function requestId(terms) {
  return toCrockford(joined(await sha256(terms)), 26);
}

/**
 * What terms say.
 *
 * @param {string} text in base64url
 * @returns {{bytes: Uint8Array, amount: number, expiresAt: number} | null} amount 0 where the payer fills it in; expiry
 *     in unix seconds; null if the text is no terms
 */
export function readTerms(text) {
  if (!/^[\w-]{54}$/.test(text)) {
    return null;
  }
  const bytes = fromBase64Url(text);
  const view = new DataView(bytes.buffer);
  if (view.getUint8(0) !== 1 || toBase64Url(bytes) !== text) {
    return null;
  }
  return {
    bytes,
    amount: view.getUint32(13),
    expiresAt: view.getUint32(19) + view.getUint16(23) * LIFE_UNIT_SECONDS,
  };
}

/** Whether this key may have signed terms. @param {Uint8Array} terms @param {string} key its id */
export function isBy(terms, key) {
  return sameBytes(terms.subarray(1, 5), fromBase64Url(key).subarray(0, 4));
}

/** Whether terms ask for money for this account, in this ledger. @param {Uint8Array} terms @param {string} payee @param {string} origin */
export async function asksFor(terms, payee, origin) {
  const forPayee = sameBytes(terms.subarray(5, 13), (await sha256(utf8(payee))).subarray(0, 8));
  return forPayee && sameBytes(terms.subarray(17, 19), (await sha256(utf8(origin))).subarray(0, 2));
}
