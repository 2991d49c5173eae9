// Receipts that do not hold, kept on this device for whoever is to look at them.

import { DeviceStore } from './device-store.js';

const STORE = new DeviceStore('evidence');

/** @param {string} name of the order or the entry @param {{leaf: string, proof: string}} receipt as it came */
export async function keepEvidence(name, receipt) {
  await STORE.put(name, { receipt, at: new Date().toISOString() });
}
