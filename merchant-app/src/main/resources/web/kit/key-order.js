// Giving a key its rights, and ending one, as an account's own key may.

import { NoAnswer } from './ledger-client.js';
import { Problem } from './member-client.js';

/** What a key at a counter may do: never pay. */
export const CASHIER = ['receive', 'refund'];

/** The most a cashier gives back at once, in minor units; whoever grants may choose another. */
export const CASHIER_REFUND = 5_000;

/** What the journal calls somebody at a counter: their name is nobody's business there. @param {string} letters see keyLetters */
export function cashierHolder(letters) {
  return `cashier-${letters.toLowerCase()}`;
}

/** One order about a key, until it has its answer: sent again, it is the same bytes. */
export class KeyOrder {
  #client;
  #signed = '';

  /** @param {import('./member-client.js').MemberClient} client of the key that signs it */
  constructor(client) {
    this.#client = client;
  }

  /**
   * Sends what is signed already, or signs this.
   *
   * @param {object} order
   * @returns {Promise<string>} key of the words that say what is wrong; empty when it is done
   */
  async send(order) {
    this.#signed ||= await this.#client.signOrder(order);
    try {
      await this.#client.sendKeyOrder(this.#signed);
    } catch (cause) {
      if (cause instanceof NoAnswer) {
        return 'device.unknown'; // the same bytes go again
      }
      if (!(cause instanceof Problem)) {
        throw cause;
      }
      this.#signed = '';
      return cause.name === 'key-lacks-right' ? 'device.no-right' : 'device.refused';
    }
    this.#signed = '';
    return '';
  }

  /** Somebody means something else. */
  drop() {
    this.#signed = '';
  }
}
