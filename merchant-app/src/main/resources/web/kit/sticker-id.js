// The name of a printed code: nine random symbols and one that checks them, as StickerId in ledger-core says.

import { toCrockford } from './bytes.js';

const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const FORM = /^[0-9A-HJKMNP-TV-Z]{10}$/;
const FIELD = 32;
const POLYNOMIAL = 0b100101;

/** A new id. */
export function newStickerId() {
  const symbols = toCrockford(crypto.getRandomValues(new Uint8Array(6)), 9);
  return symbols + [...SYMBOLS].find((last) => sum(symbols + last) === 0);
}

/** Whether nobody has made a mistake in it. @param {string} text in capitals */
export function isStickerId(text) {
  return FORM.test(text) && sum(text) === 0;
}

/** Σ αⁱ·sᵢ in GF(32), by Horner's rule. @param {string} text */
function sum(text) {
  return [...text].reduceRight((sum, symbol) => timesGenerator(sum) ^ SYMBOLS.indexOf(symbol), 0);
}

/** @param {number} element */
function timesGenerator(element) {
  const doubled = element << 1;
  return doubled >= FIELD ? doubled ^ POLYNOMIAL : doubled;
}
