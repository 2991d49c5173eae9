// A key that operators have added to the account and that has yet to begin. Whoever holds the account's device is told.

import { keyLetters } from '../kit/device-key.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';

/**
 * Keys that wait.
 *
 * @fires change - after they have changed
 */
export class ComingKeys extends EventTarget {
  #client;
  #asked = 0;

  /** @param {import('../kit/member-client.js').MemberClient} client */
  constructor(client) {
    super();
    this.#client = client;
    /** @type {{letters: string, from: Date}[]} as last heard; without an answer they stay */
    this.known = [];
  }

  /** Asks anew; of two answers the one to the later question counts. */
  async refresh() {
    const asked = ++this.#asked;
    try {
      const { keys } = await this.#client.keys();
      if (asked === this.#asked) {
        this.known = keys
          .filter(({ activeFrom, revoked }) => activeFrom && !revoked)
          .map(({ key, activeFrom }) => ({ letters: keyLetters(key), from: new Date(activeFrom) }));
        this.dispatchEvent(new Event('change'));
      }
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
    }
  }
}
