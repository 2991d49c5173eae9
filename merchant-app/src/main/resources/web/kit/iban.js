// International bank account numbers (ISO 13616).

import { joined, sha256, toBase64Url, utf8 } from './bytes.js';

/**
 * Reads a number as people write it, in groups and in either case.
 *
 * @param {string} text
 * @returns {string | null} without spaces, in capitals; null if its check digits say that it is none
 */
export function readIban(text) {
  const iban = text.replaceAll(/\s/g, '').toUpperCase();
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) && remainder(iban) === 1 ? iban : null;
}

/** By ISO 7064, modulus 97, with A as 10 … Z as 35. @param {string} iban */
function remainder(iban) {
  const digits = [...(iban.slice(4) + iban.slice(0, 4))].map((symbol) => parseInt(symbol, 36)).join('');
  return [...digits].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);
}

const SALT_BYTES = 16;

/**
 * A bank account as it is told to the office, and the hash by which an order names it: over a salt too, so that no list of
 * numbers finds it. The same device tells the same account with the same hash (docs/adr/0058); another holder's name is
 * another bank account.
 *
 * @param {string} iban as readIban gave it @param {string} name of whom it is
 * @param {Uint8Array} secret 256 random bits that stay on the device
 * @returns {Promise<{iban: string, name: string, salt: string, ibanHash: string}>}
 */
export async function saltedAccount(iban, name, secret) {
  const salt = (await sha256(joined(secret, utf8(`${iban}\n${name}`)))).slice(0, SALT_BYTES);
  const ibanHash = toBase64Url(await sha256(joined(salt, utf8(iban))));
  return { iban, name, salt: toBase64Url(salt), ibanHash };
}
