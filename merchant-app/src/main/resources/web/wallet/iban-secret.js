// What this device mixes into the hashes of an account's bank accounts. It is told to nobody.

import { DeviceStore } from '../kit/device-store.js';

const STORE = new DeviceStore('circuit');
const BYTES = 32;

/** The account's secret, made when it is first needed. @param {string} account @returns {Promise<Uint8Array>} */
export async function ibanSecret(account) {
  const name = `iban-secret ${account}`;
  const kept = await STORE.get(name);
  if (kept) {
    return kept;
  }
  const made = crypto.getRandomValues(new Uint8Array(BYTES));
  await STORE.put(name, made);
  return made;
}
