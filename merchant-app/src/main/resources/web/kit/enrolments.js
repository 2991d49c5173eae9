// Who this device is: at most one enrolment for each face: till, wallet, office.

import { DeviceKey } from './device-key.js';
import { DeviceStore } from './device-store.js';
import { MemberClient } from './member-client.js';

const STORE = new DeviceStore('enrolments');

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
