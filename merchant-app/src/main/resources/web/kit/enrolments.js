// Who this device is: at most one enrolment for each face: till, wallet, office.

import { DeviceKey } from './device-key.js';
import { DeviceStore } from './device-store.js';
import { NoAnswer } from './ledger-client.js';
import { MemberClient, Problem } from './member-client.js';

const STORE = new DeviceStore('enrolments');
const TOO_MANY = 429;

/**
 * @typedef {object} Enrolment
 * @property {string} origin
 * @property {string} account
 * @property {string} name of the account's holder, for this screen
 * @property {string} person who uses this device
 * @property {CryptoKeyPair} pair
 */

/** Whether the device is enrolled already. @param {'till' | 'wallet' | 'office'} face @returns {Promise<Enrolment | undefined>} */
export function keptEnrolment(face) {
  return STORE.get(face);
}

/** @param {'till' | 'wallet' | 'office'} face @param {Enrolment} enrolment */
export async function keepEnrolment(face, enrolment) {
  await STORE.put(face, enrolment);
}

/**
 * Opens what the device is enrolled as.
 *
 * @param {'till' | 'wallet' | 'office'} face
 * @param {() => string} language
 * @returns {Promise<{client: MemberClient, name: string, person: string} | null>} null if it is nobody yet
 */
export async function openEnrolment(face, language) {
  const kept = await STORE.get(face);
  if (!kept) {
    return null;
  }
  const client = new MemberClient(kept.origin, kept.account, await DeviceKey.of(kept.pair), language);
  return { client, name: kept.name, person: kept.person };
}

/**
 * Whether this device has a key of the office that still signs in: there is room for one, and it cannot be made again.
 *
 * @returns {Promise<boolean>}
 */
export async function signsForOffice() {
  const kept = await openEnrolment('office', () => document.documentElement.lang);
  try {
    await kept?.client.signIn();
    return kept !== null;
  } catch (cause) {
    if (cause instanceof Problem && cause.status !== TOO_MANY) {
      return cause.name === 'key-waits';
    }
    throw new NoAnswer('/v1/sessions', { cause });
  }
}
