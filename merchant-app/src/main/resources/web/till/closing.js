// Closing the day. What is signed says which entries it is about; the totals are the server's, from the journal.

import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';

/** @typedef {'open' | 'sure' | 'sending' | 'closed' | 'refused' | 'unknown'} State */

/**
 * The end of a day.
 *
 * @fires change - after anything about it has changed
 */
export class Closing extends EventTarget {
  #client;

  /** @type {string | null} as it was signed: sent again, it closes nothing twice */
  #signed = null;

  /** @param {import('../kit/member-client.js').MemberClient} client */
  constructor(client) {
    super();
    this.#client = client;
    /** @type {State} */
    this.state = 'open';
    /** @type {any} as the API has it, once it is closed */
    this.closed = null;
    /** @type {string | null} why it was not closed */
    this.reason = null;
  }

  /** Somebody wants to close: asks whether that is meant. */
  ask() {
    this.#become('sure');
  }

  /** It was not meant. */
  leave() {
    this.#become('open');
  }

  /** Closes what a tally tells; a second tap while the first is under way does nothing. @param {any} tally */
  async close(tally) {
    if (this.state === 'sending' || this.state === 'closed') {
      return;
    }
    this.#become('sending');
    try {
      this.#signed ??= await this.#client.signClosing(tally);
      this.closed = await this.#client.sendClosing(this.#signed);
      this.#signed = null;
      this.#become('closed');
    } catch (cause) {
      this.#failed(cause);
    }
  }

  #failed(/** @type {unknown} */ cause) {
    if (cause instanceof NoAnswer) {
      this.#become('unknown');
    } else if (cause instanceof Problem) {
      this.#signed = null;
      this.reason = cause.name;
      this.#become('refused');
    } else {
      throw cause;
    }
  }

  #become(/** @type {State} */ state) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}
