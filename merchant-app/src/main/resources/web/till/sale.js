// One sale at the counter: from the first digit to the green screen. Knows no pixels; the states are those of
// experience.md, 2.2.

import { toBase64Url } from '../kit/bytes.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { ReceiptInvalid, checkReceipt, paymentFor } from '../kit/receipt.js';
import { makeTerms, requestId } from '../kit/request-terms.js';
import { dayWord } from './day-word.js';

/** A pause this long after a digit means that the amount is typed. */
const TYPED_MILLISECONDS = 350;
const LIFE_SECONDS = 600;
const LOOK_MILLISECONDS = 5_000;
const SILENCE_MILLISECONDS = 10_000;

/** The largest amount a till takes, in minor units. */
export const MOST = 9_999_999;

/**
 * @typedef {'empty' | 'amount' | 'waiting' | 'confirming' | 'paid' | 'refused' | 'expired' | 'unreachable' |
 *     'unproven'} State unproven: the server says it is paid, and its receipt does not hold
 */

/**
 * A sale.
 *
 * @fires change - after anything about it has changed
 */
export class Sale extends EventTarget {
  #client;
  #logKey;
  #name;
  #pause = 0;
  #look = 0;
  #asked = 0;
  #heardAt = 0;

  /**
   * @param {import('../kit/member-client.js').MemberClient} client
   * @param {string} logKey
   * @param {string} name how the shop calls itself
   */
  constructor(client, logKey, name) {
    super();
    this.#client = client;
    this.#logKey = logKey;
    this.#name = name;
    /** @type {State} */
    this.state = 'empty';
    /** What has been added up before the amount that is being typed, in minor units. */
    this.added = 0;
    this.typed = 0;
    /** @type {{id: string, terms: string, code: {size: number, path: string, text: string} | null} | null} */
    this.request = null;
    /** @type {{reason: string} | null} */
    this.refusal = null;
    /** @type {{amount: number, index: number, from: string, at: Date, word: number} | null} word: of the day */
    this.payment = null;
  }

  /** What the customer pays, in minor units. */
  get amount() {
    return this.added + this.typed;
  }

  /** What a page needs that goes on with it; null if nobody is being waited for. */
  get kept() {
    const { added, typed, request } = this;
    return request?.code && this.state !== 'expired' && this.state !== 'paid' ? { added, typed, request } : null;
  }

  /** Goes on where another page was. @param {NonNullable<Sale['kept']>} kept */
  resume({ added, typed, request }) {
    this.added = added;
    this.typed = typed;
    this.request = request;
    this.#become('waiting');
    this.#keepLooking();
    return this.look();
  }

  /** @param {string} digits one or two */
  type(digits) {
    const typed = Number(`${this.state === 'paid' ? '' : this.typed || ''}${digits}`);
    this.#edit(this.state === 'paid' ? 0 : this.added, typed);
  }

  /** Begins a sale of something with a fixed price. @param {number} amount in minor units */
  price(amount) {
    this.#edit(0, amount);
  }

  /** Takes the last digit back. */
  erase() {
    if (this.state !== 'paid') {
      this.#edit(this.added, Math.floor(this.typed / 10));
    }
  }

  /** Begins the next term of a sum. */
  add() {
    if (this.state !== 'paid' && this.typed > 0) {
      this.#edit(this.amount, 0);
    }
  }

  /** Begins anew. */
  clear() {
    this.#edit(0, 0);
  }

  /** Shows the code at once. */
  show() {
    clearTimeout(this.#pause);
    if (this.amount > 0 && this.state !== 'paid') {
      this.#ask();
    }
  }

  #edit(/** @type {number} */ added, /** @type {number} */ typed) {
    if (added + typed > MOST) {
      return;
    }
    this.#withdraw();
    this.added = added;
    this.typed = typed;
    this.refusal = null;
    this.payment = null;
    this.#become(this.amount > 0 ? 'amount' : 'empty');
    clearTimeout(this.#pause);
    if (this.amount > 0) {
      this.#pause = setTimeout(() => this.#ask(), TYPED_MILLISECONDS);
    }
  }

  /** Takes back what nobody has paid; that it is gone from the screen already does not wait for the answer. */
  #withdraw() {
    const before = this.request;
    this.request = null;
    this.#asked++;
    clearInterval(this.#look);
    if (before && this.state !== 'paid' && this.state !== 'expired') {
      this.#client.changeRequest(before.id, 'withdrawals').catch(() => {});
    }
  }

  async #ask() {
    const asked = ++this.#asked;
    const { account, origin, key } = this.#client;
    const terms = await makeTerms({
      key: key.id,
      payee: account,
      amount: this.amount,
      origin,
      lifeSeconds: LIFE_SECONDS,
    });
    const request = { id: await requestId(terms), terms: toBase64Url(terms), code: null };
    if (asked !== this.#asked) {
      return; // another digit came meanwhile
    }
    this.request = request;
    this.#keepLooking();
    await this.#send(request, asked);
  }

  async #send(/** @type {NonNullable<Sale['request']>} */ request, /** @type {number} */ asked) {
    const { account, origin } = this.#client;
    try {
      const made = await this.#client.createRequest({
        ledger: origin,
        name: this.#name,
        payee: account,
        terms: request.terms,
      });
      if (asked !== this.#asked) {
        this.#client.changeRequest(request.id, 'withdrawals').catch(() => {});
        return;
      }
      this.#heard();
      this.request = { ...request, code: made.code };
      this.#become('waiting');
    } catch (cause) {
      this.#failed(cause);
    }
  }

  /** Beside the stream, which may be cut without a word. */
  #keepLooking() {
    clearInterval(this.#look);
    this.#heardAt = Date.now();
    this.#look = setInterval(() => this.look(), LOOK_MILLISECONDS);
  }

  /** Asks how the request stands. */
  async look() {
    const request = this.request;
    if (!request || this.state === 'paid' || this.state === 'expired') {
      return;
    }
    try {
      if (!request.code) {
        await this.#send(request, this.#asked);
        return;
      }
      const now = await this.#client.request(request.id);
      if (request.id === this.request?.id) {
        this.#heard();
        const isOfRefused = this.state === 'refused' && now.state === 'claimed'; // by the wallet that was refused
        if (!isOfRefused) {
          await this.#take(now);
        }
      }
    } catch (cause) {
      this.#failed(cause);
    }
  }

  /** @param {{request: string, state: string}} change as the stream tells it */
  hearRequest(change) {
    if (change.request === this.request?.id) {
      this.#heard();
      this.#take(change).catch((cause) => this.#failed(cause));
    }
  }

  async #take(/** @type {{state: string, entry?: number}} */ now) {
    if (now.state === 'paid' && now.entry !== undefined) {
      await this.#prove(now.entry);
    } else if (now.state === 'claimed') {
      this.#become('confirming');
    } else if (now.state === 'expired') {
      clearInterval(this.#look);
      this.#become('expired');
    } else if (now.state === 'open' && this.state !== 'refused') {
      this.#become('waiting');
    }
  }

  /** @param {any} entry of the account's stream */
  hearEntry(entry) {
    if (!this.request || entry.order.request !== this.request.terms || this.state === 'paid') {
      return;
    }
    this.#heard();
    if (entry.decision === 'posted') {
      this.#prove(entry.index).catch((cause) => this.#failed(cause));
    } else {
      this.refusal = { reason: entry.reason };
      this.#become('refused');
    }
  }

  /** Nothing turns green before the till itself has checked its receipt. */
  async #prove(/** @type {number} */ index) {
    const request = this.request;
    const receipt = await checkReceipt(await this.#client.receipt(index), this.#logKey);
    const order =
      request && paymentFor(receipt.entry, { payee: this.#client.account, terms: request.terms, amount: this.amount });
    if (!order || request.id !== this.request?.id || this.state === 'paid') {
      return;
    }
    const at = new Date(Math.floor(receipt.entry.at / 1000));
    const word = await dayWord(order.to, at);
    if (request.id !== this.request?.id) {
      return; // another digit came meanwhile
    }
    clearInterval(this.#look);
    this.payment = { amount: order.amount, index, from: order.from, at, word };
    this.#become('paid');
  }

  #failed(/** @type {unknown} */ cause) {
    if (cause instanceof NoAnswer) {
      if (Date.now() - this.#heardAt > SILENCE_MILLISECONDS && this.state !== 'paid') {
        this.#become('unreachable');
      }
    } else if (cause instanceof ReceiptInvalid) {
      this.#become('unproven'); // and the next look tries again
    } else if (cause instanceof Problem) {
      this.refusal = { reason: cause.name };
      this.#become('refused');
    } else {
      throw cause;
    }
  }

  #heard() {
    this.#heardAt = Date.now();
    if (this.state === 'unreachable') {
      this.#become('waiting');
    }
  }

  #become(/** @type {State} */ state) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}
