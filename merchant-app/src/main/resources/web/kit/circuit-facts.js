// What a device knows of its circuit: as the server says, or without a server as it said last.

import { DeviceStore } from './device-store.js';
import { LedgerClient, NoAnswer } from './ledger-client.js';

const STORE = new DeviceStore('circuit');
const KEPT = 'facts';
const RETRY_MILLISECONDS = 2_000;

/** @returns {Promise<import('./ledger-client.js').CurrencyFacts>} */
export async function circuitFacts() {
  for (;;) {
    try {
      const facts = await new LedgerClient().currency();
      await STORE.put(KEPT, facts);
      return facts;
    } catch (cause) {
      if (!(cause instanceof NoAnswer)) {
        throw cause;
      }
      const kept = await STORE.get(KEPT);
      if (kept) {
        return kept;
      }
      await new Promise((resume) => setTimeout(resume, RETRY_MILLISECONDS));
    }
  }
}
