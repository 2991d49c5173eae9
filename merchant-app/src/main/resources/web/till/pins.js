// A PIN says which of the keys on this till signs. It guards against a colleague's slip, not against a thief: the keys are
// on this device with or without it, see docs/adr/0030. It is never kept, only what a right one makes.

import { sameBytes, utf8 } from '../kit/bytes.js';
import { isLockedOut } from './staff.js';

const ITERATIONS = 600_000;
const SALT_BYTES = 16;
const BITS = 256;

/**
 * @typedef {object} Pin
 * @property {Uint8Array} salt
 * @property {number} iterations
 * @property {Uint8Array} verifier
 */

/** Whether somebody may have this for a PIN. @param {string} digits */
export function isPin(digits) {
  return /^\d{4,6}$/.test(digits);
}

/** @param {string} digits @returns {Promise<Pin>} */
export async function makePin(digits) {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  return { salt, iterations: ITERATIONS, verifier: await derive(digits, salt, ITERATIONS) };
}

/**
 * Whether this is somebody's PIN. A try counts before it is looked at, so that pulling the plug gives no free one; tabs try
 * one after the other.
 *
 * @param {import('./staff.js').Staff} staff
 * @param {string} key whose
 * @param {string} digits
 * @returns {Promise<boolean>} false too for somebody who is locked
 */
export function tryPin(staff, key, digits) {
  return navigator.locks.request(`omloop-pin-${key}`, async () => {
    await staff.read();
    const person = staff.people.find((each) => each.key === key);
    if (!person?.pin || isLockedOut(person)) {
      return false;
    }
    await staff.keep({ ...person, wrong: person.wrong + 1, triedAt: Date.now() });
    const { salt, iterations, verifier } = person.pin;
    const isRight = sameBytes(await derive(digits, salt, iterations), verifier);
    if (isRight) {
      await staff.keep({ ...person, wrong: 0 });
    }
    return isRight;
  });
}

async function derive(/** @type {string} */ digits, /** @type {Uint8Array} */ salt, /** @type {number} */ iterations) {
  const secret = await crypto.subtle.importKey('raw', utf8(digits), 'PBKDF2', false, ['deriveBits']);
  const terms = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(terms, secret, BITS));
}
