// Payments that were signed and have no answer yet. They are on the disk before they are sent, so that a closed page, an
// empty battery or a lost connection loses nothing; sent again, they are the same bytes, which the ledger books once.

import { DeviceStore } from './device-store.js';
import { NoAnswer } from './ledger-client.js';
import { Problem } from './member-client.js';
import { ReceiptInvalid, checkReceipt } from './receipt.js';

const STORE = new DeviceStore('outbox');
const LOCK = 'omloop-outbox';
const AGAIN_MILLISECONDS = 5_000;
const TOO_MANY = 429;

/**
 * @typedef {object} Waiting
 * @property {string} order its id
 * @property {string} account which pays
 * @property {string} signed the bytes
 * @property {string} to
 * @property {number} amount in minor units
 * @property {number} exp unix seconds, after which it is dead
 *
 * @typedef {object} Outcome of one that waited
 * @property {Waiting} waiting
 * @property {'paid' | 'refused' | 'dead' | 'unproven'} kind dead: it never arrived, and is too old now
 * @property {string} why the reason, where it is refused
 */

/**
 * One account's outbox.
 *
 * @fires change - after what waits has changed
 * @fires outcome - with an Outcome as detail
 */
export class Outbox extends EventTarget {
  #client;
  #logKey;
  #timer = 0;

  /** @param {import('./member-client.js').MemberClient} client @param {string} logKey */
  constructor(client, logKey) {
    super();
    this.#client = client;
    this.#logKey = logKey;
    /** @type {Waiting[]} */
    this.waiting = [];
  }

  /** Sends what waits, now and whenever there may be a connection again, until the page goes. */
  async open() {
    await this.#read();
    addEventListener('online', () => this.flush());
    document.addEventListener('visibilitychange', () => this.flush());
    await this.flush();
  }

  /** @param {Waiting} payment which is about to be sent */
  async keep(payment) {
    await STORE.put(payment.order, payment);
    await this.#read();
  }

  /** @param {string} order which has its answer */
  async drop(order) {
    await STORE.remove(order);
    await this.#read();
  }

  /** Sends everything once; of several pages one does. */
  async flush() {
    clearTimeout(this.#timer);
    await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
      if (lock) {
        await this.#read();
        for (const each of this.waiting) {
          await this.#send(each);
        }
      }
    });
    if (this.waiting.length > 0) {
      this.#timer = setTimeout(() => this.flush(), AGAIN_MILLISECONDS);
    }
  }

  async #send(/** @type {Waiting} */ waiting) {
    try {
      const booking = await this.#answer(waiting);
      await this.#end(waiting, booking ? await this.#kindOf(booking, waiting) : 'dead');
    } catch (cause) {
      if (cause instanceof Problem && cause.status !== TOO_MANY) {
        await this.#end(waiting, 'refused', cause.name);
      } else if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
    }
  }

  /** What the server says of it; an order that is dead by now is only asked about. */
  async #answer(/** @type {Waiting} */ waiting) {
    if (Date.now() / 1000 < waiting.exp) {
      return this.#client.sendPayment(waiting.signed);
    }
    try {
      return await this.#client.order(waiting.order);
    } catch (cause) {
      if (cause instanceof Problem && cause.status === 404) {
        return null;
      }
      throw cause;
    }
  }

  async #kindOf(/** @type {any} */ booking, /** @type {Waiting} */ waiting) {
    try {
      const { entry } = await checkReceipt(booking.receipt, this.#logKey);
      return entry.decision === 'posted' && entry.order === waiting.signed ? 'paid' : 'unproven';
    } catch (cause) {
      if (cause instanceof ReceiptInvalid) {
        return 'unproven';
      }
      throw cause;
    }
  }

  async #end(/** @type {Waiting} */ waiting, /** @type {Outcome['kind']} */ kind, why = '') {
    await this.drop(waiting.order);
    this.dispatchEvent(new CustomEvent('outcome', { detail: { waiting, kind, why } }));
  }

  async #read() {
    const all = await STORE.all();
    this.waiting = all.filter(({ account }) => account === this.#client.account);
    this.dispatchEvent(new Event('change'));
  }
}
