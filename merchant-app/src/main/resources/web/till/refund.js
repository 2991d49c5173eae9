// Giving money back for one sale: the whole of what is left, or a part. Knows no pixels.

import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { refundOrder } from '../kit/orders.js';
import { leftOf } from './day.js';
import { MOST } from './sale.js';

/** @typedef {'asking' | 'sending' | 'given' | 'refused' | 'unknown'} State */

/**
 * A refund.
 *
 * @fires change - after anything about it has changed
 */
export class Refund extends EventTarget {
  #client;

  /** @type {string | null} as it was signed: sent again, it is the same bytes, and moves nothing twice */
  #signed = null;

  /** @type {number | null} null: nothing has been typed, and it is the whole */
  #typed = null;

  /** @param {import('../kit/member-client.js').MemberClient} client @param {import('./day.js').Sale} sale */
  constructor(client, sale) {
    super();
    this.#client = client;
    this.sale = sale;
    /** @type {State} */
    this.state = 'asking';
    /** What can still be given back, in minor units. */
    this.left = leftOf(sale);
    /** What the last refund gave, in minor units. */
    this.given = 0;
    /** @type {string | null} why the ledger refused the last one */
    this.reason = null;
  }

  /** What would be given back, in minor units. */
  get amount() {
    return this.#typed ?? this.left;
  }

  get isTooMuch() {
    return this.amount > this.left;
  }

  get canBeGiven() {
    const isOpen = this.state === 'asking' || this.state === 'refused';
    return this.state === 'unknown' || (isOpen && this.amount > 0 && !this.isTooMuch);
  }

  /** @param {string} key as the keypad names it */
  press(key) {
    if (this.state === 'sending' || this.state === 'unknown' || this.state === 'given') {
      return; // what is under way keeps its amount
    }
    if (key === 'clear') {
      this.#type(null);
    } else if (key === 'erase') {
      this.#type(Math.floor(this.amount / 10));
    } else if (/^\d+$/.test(key)) {
      this.#type(Number(`${this.#typed || ''}${key}`));
    }
  }

  #type(/** @type {number | null} */ typed) {
    if (typed === null || typed <= MOST) {
      this.#typed = typed;
      this.#become('asking');
    }
  }

  /** Gives it back; a second tap while the first is under way does nothing. */
  async give() {
    if (!this.canBeGiven) {
      return;
    }
    const { amount } = this;
    this.#become('sending');
    try {
      this.#signed ??= await this.#client.signOrder(
        refundOrder(this.#client.origin, { original: this.sale.order, amount }),
      );
      await this.#client.sendRefund(this.#signed);
      this.#signed = null;
      this.given = amount;
      this.left -= amount;
      this.#typed = null;
      this.#become('given');
    } catch (cause) {
      await this.#failed(cause);
    }
  }

  /** Begins with what is left, after a part. */
  again() {
    this.#become('asking');
  }

  async #failed(/** @type {unknown} */ cause) {
    if (cause instanceof NoAnswer) {
      this.#become('unknown');
    } else if (cause instanceof Problem) {
      this.#signed = null;
      this.reason = cause.name;
      await this.#lookAgain();
      this.#become('refused');
    } else {
      throw cause;
    }
  }

  /** Another till may have given back meanwhile. */
  async #lookAgain() {
    const since = new Date(this.sale.bookedAt);
    try {
      const { sales } = await this.#client.sales(since, new Date(since.getTime() + 1000));
      const now = sales.find((/** @type {any} */ sale) => sale.order === this.sale.order);
      this.left = now ? leftOf(now) : this.left;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
    }
  }

  #become(/** @type {State} */ state) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}
