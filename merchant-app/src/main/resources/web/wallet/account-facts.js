// What the account holds and what happened last: as the server says, or without a server as it said last, with the time.

import { DeviceStore } from '../kit/device-store.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';

const STORE = new DeviceStore('circuit');
const LATEST = 3;

/**
 * @typedef {object} Facts
 * @property {number} available in minor units
 * @property {string} [status] 'open' where it may pay and be paid
 * @property {string} [role] 'resident', or an organisation's
 * @property {{programme: string, amount: number, until: string}[]} [earmarked] what is spent in some places only
 * @property {any[]} latest the last entries, as the API has them
 * @property {Date} at when they were heard of
 */

/** Whether an account is known to be no resident's: it buys for its trade. @param {Facts | null} facts */
export function isOrganisation(facts) {
  return Boolean(facts?.role) && facts.role !== 'resident';
}

/**
 * One account's facts.
 *
 * @fires change - after they have changed
 */
export class AccountFacts extends EventTarget {
  #client;

  /** @param {import('../kit/member-client.js').MemberClient} client */
  constructor(client) {
    super();
    this.#client = client;
    /** @type {Facts | null} null until anything is known */
    this.known = null;
  }

  /** Asks for them anew. */
  async refresh() {
    try {
      const [{ available, status, role, earmarked }, { entries }] = await Promise.all([
        this.#client.facts(),
        this.#client.entries(LATEST),
      ]);
      this.known = { available, status, role, earmarked, latest: entries, at: new Date() };
      await STORE.put(this.#client.account, this.known);
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.known ??= cause instanceof NoAnswer ? ((await STORE.get(this.#client.account)) ?? null) : null;
    }
    this.dispatchEvent(new Event('change'));
  }
}
