// Giving money back for one sale: the whole of what is left, or a part. Knows no pixels.

import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { refundOrder } from '../kit/orders.js';
import { leftOf } from './day.js';
import { MOST } from './sale.js';

/**
 * @typedef {'asking' | 'sending' | 'given' | 'refused' | 'unknown' | 'unproven'} State unproven:
 *     the server says it is given, and its receipt does not hold
 */

/**
 * A refund.
 *
 * @fires change - after anything about it has changed
 */
export class Refund extends EventTarget {
  #client;

  #outbox;

  /** @type {import('../kit/outbox.js').Waiting | undefined} what is signed, and has no answer yet */
  #waiting;

  /** @type {number | null} null: nothing has been typed, and it is the whole */
  #typed = null;

  /**
   * Goes on with a refund of this sale that the outbox still holds.
   *
   * @param {import('../kit/member-client.js').MemberClient} client
   * @param {import('../kit/outbox.js').Outbox} outbox
   * @param {import('./day.js').Sale} sale
   */
  constructor(client, outbox, sale) {
    super();
    this.#client = client;
    this.#outbox = outbox;
    this.sale = sale;
    /** @type {State} */
    this.state = 'asking';
    /** What can still be given back, in minor units. */
    this.left = leftOf(sale);
    /** What the last refund gave, in minor units. */
    this.given = 0;
    /** @type {string | null} why the ledger refused the last one */
    this.reason = null;
    outbox.addEventListener('outcome', this.#hear);
    this.#waiting = outbox.waiting.find(({ original }) => original === sale.order);
    if (this.#waiting) {
      this.#typed = this.#waiting.amount;
      this.state = 'unknown';
    }
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
    if (this.state !== 'asking' && this.state !== 'refused') {
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

  /**
   * Gives it back; a second tap while the first is under way does nothing.
   *
   * @param {import('../kit/member-client.js').MemberClient} [signer] the colleague's, who does this one
   */
  async give(signer = this.#client) {
    if (!this.canBeGiven) {
      return;
    }
    this.#become('sending');
    const order = refundOrder(signer.origin, { original: this.sale.order, amount: this.amount });
    this.#waiting ??=
      (await this.#outbox.heldRefund(this.sale.order)) ?? (await this.#outbox.sign('refund', order, signer));
    if (!(await this.#outbox.send(this.#waiting)) && this.state === 'sending') {
      this.#become('unknown');
    }
  }

  /** Begins with what is left, after a part. */
  again() {
    this.#become('asking');
  }

  /** Leaves it to the outbox. */
  leave() {
    this.#outbox.removeEventListener('outcome', this.#hear);
  }

  #hear = async (/** @type {any} */ { detail }) => {
    const { waiting, end, why } = /** @type {import('../kit/outbox.js').Outcome} */ (detail);
    if (waiting.order !== this.#waiting?.order) {
      return;
    }
    this.#waiting = undefined;
    this.reason = why;
    if (end === 'done') {
      this.given = waiting.amount;
      this.left = Math.max(0, this.left - waiting.amount);
      this.#typed = null;
      this.#become('given');
      await this.#lookAgain(); // what was taken up again may have been counted already
      this.dispatchEvent(new Event('change'));
    } else if (end === 'unproven') {
      this.#become('unproven');
    } else {
      this.#become('refused');
      await this.#lookAgain();
      this.dispatchEvent(new Event('change'));
    }
  };

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
