// One sale at the counter: from the first digit to the green screen. Knows no pixels; the states are those of
// experience.md, 2.2.

import { fromBase64Url, toBase64Url } from '../kit/bytes.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { ReceiptInvalid, checkReceipt, paymentFor } from '../kit/receipt.js';
import { isBy, makeTerms, readTerms, requestId } from '../kit/request-terms.js';
import { dayWord } from './day-word.js';

/** A pause this long after a digit means that the amount is typed. */
const TYPED_MILLISECONDS = 350;
/** Without an answer for so long, the code is made here. */
const PATIENCE_MILLISECONDS = 1_200;
const LIFE_SECONDS = 600;
const LOOK_MILLISECONDS = 5_000;
const SILENCE_MILLISECONDS = 10_000;

/** The largest amount a till takes, in minor units. */
export const MOST = 9_999_999;

/**
 * @typedef {'empty' | 'amount' | 'waiting' | 'confirming' | 'paid' | 'refused' | 'expired' | 'unreachable' |
 *     'paid-by-code' | 'unproven'} State paid-by-code: the customer has the code, and the journal has not been seen yet;
 *     unproven: the server says it is paid, and its receipt does not hold
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
  #patience = 0;
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
    /**
     * isKnown: whether the server has it; isOffered: whether a customer was asked on their phone
     *
     * @type {{id: string, terms: string, code: {size: number, path: string, text: string} | null, isKnown: boolean,
     *     isOffered?: boolean} | null}
     */
    this.request = null;
    /** @type {{reason: string} | null} */
    this.refusal = null;
    /** What a customer says who is connected while this till is not. @type {import('./till-code.js').CodeEntry | null} */
    this.codeEntry = null;
    /** Whether the digits on the keypad are that code's. */
    this.isTypingCode = false;
    /** Of the payer, and the word of the day; neither is known of one paid by code. @type {{amount: number, index?: number, from?: string, at: Date, word: number} | null} */
    this.payment = null;
  }

  /** What the customer pays, in minor units. */
  get amount() {
    return this.added + this.typed;
  }

  /** Whether goods may go over the counter. */
  get isPaid() {
    return this.state === 'paid' || this.state === 'paid-by-code';
  }

  /** Whether the code that is shown can be read without a connection. */
  get isOffline() {
    return this.request?.code?.text.includes('#') ?? false;
  }

  /** Whether a customer waits for it on their own phone. */
  get isOffered() {
    return this.request?.isOffered ?? false;
  }

  /** What a page needs that goes on with it; null if nobody is being waited for. */
  get kept() {
    const { added, typed, request } = this;
    return request?.code && this.state !== 'expired' && !this.isPaid && !this.#isByCode ? { added, typed, request } : null;
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
    const typed = Number(`${this.isPaid ? '' : this.typed || ''}${digits}`);
    this.#edit(this.isPaid ? 0 : this.added, typed);
  }

  /** Begins a sale of something with a fixed price. @param {number} amount in minor units */
  price(amount) {
    this.#edit(0, amount);
  }

  /** Takes the last digit back. */
  erase() {
    if (!this.isPaid) {
      this.#edit(this.added, Math.floor(this.typed / 10));
    }
  }

  /** Begins the next term of a sum. */
  add() {
    if (!this.isPaid && this.typed > 0) {
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
    if (this.amount > 0 && !this.isPaid) {
      this.#ask();
    }
  }

  /** Begins to take the customer's code; this till must be able to check one. */
  async beginCode() {
    const { CodeEntry } = await import('./till-code.js');
    this.codeEntry ??= new CodeEntry();
    this.isTypingCode = this.codeEntry.mayTry;
    this.dispatchEvent(new Event('change'));
  }

  /** @param {string} key of the keypad: it is the code's while that is typed */
  async pressCode(key) {
    const { request, amount } = this;
    if (key === 'clear') {
      this.isTypingCode = false;
    } else if (this.codeEntry.press(key)) {
      const { tillCode } = await import('./till-code.js');
      const isRight = this.codeEntry.digits === (await tillCode(this.#client, request.id, amount));
      if (request.id === this.request?.id && this.isTypingCode) {
        await this.#judge(isRight);
      }
    }
    this.dispatchEvent(new Event('change'));
  }

  async #judge(/** @type {boolean} */ isRight) {
    if (!isRight) {
      this.codeEntry.fail();
      this.isTypingCode = this.codeEntry.mayTry;
      return;
    }
    const { id, terms } = this.request;
    const at = new Date();
    const { keepCoded } = await import('./coded-sales.js');
    await keepCoded({ id, terms, amount: this.amount, account: this.#client.account, at: at.getTime() });
    this.payment = { amount: this.amount, at, word: await dayWord(this.#client.account, at) };
    this.#become('paid-by-code');
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
    this.codeEntry = null;
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
    clearTimeout(this.#patience);
    if (before?.isKnown && !this.isPaid && this.state !== 'expired') {
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
    const request = { id: await requestId(terms), terms: toBase64Url(terms), code: null, isKnown: false };
    if (asked !== this.#asked) {
      return; // another digit came meanwhile
    }
    this.request = request;
    this.#keepLooking();
    this.#patience = setTimeout(() => this.#drawHere(), PATIENCE_MILLISECONDS);
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
      clearTimeout(this.#patience);
      this.#heard();
      this.request = { ...this.request, code: this.request.code ?? made.code, isKnown: true };
      if (this.state === 'amount') {
        this.#become('waiting');
      }
      await this.#take(made);
    } catch (cause) {
      this.#failed(cause);
    }
  }

  /** The code that needs no connection, of the customer either: it names the same request. */
  async showOffline() {
    const { id, terms } = this.request;
    const bytes = fromBase64Url(terms);
    if (!isBy(bytes, this.#client.key.id)) {
      return; // a colleague asked, before the page was loaded anew
    }
    const { drawOffline } = await import('../kit/offline-request.js');
    const code = await drawOffline(bytes, this.#client.key);
    if (id === this.request?.id && ['amount', 'waiting', 'unreachable'].includes(this.state)) {
      this.request = { ...this.request, code };
      this.#become(this.state === 'amount' ? 'waiting' : this.state);
    }
  }

  /**
   * Puts it on a customer's phone; the server must have it.
   *
   * @param {string} sticker the code that they show
   * @returns {Promise<boolean>} whether it is there: it may be over meanwhile
   */
  async offer(sticker) {
    const { id } = this.request;
    const now = await this.#client.offerRequest(id, sticker);
    if (id !== this.request?.id) {
      return false;
    }
    this.#heard();
    const isOffered = now.state === 'open' || now.state === 'claimed';
    this.request = { ...this.request, isOffered };
    await this.#take(now);
    return isOffered;
  }

  async #drawHere() {
    clearTimeout(this.#patience);
    if (this.request && !this.request.code) {
      await this.showOffline();
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
      if (!request.isKnown) {
        await this.#makeKnown(request);
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

  /** Tells the server of a request that was made without it; one that is over it would not take. */
  async #makeKnown(/** @type {NonNullable<Sale['request']>} */ request) {
    const over = readTerms(request.terms).expiresAt * 1000;
    if (over > Date.now()) {
      await this.#send(request, this.#asked);
      return;
    }
    const { bookedPayment } = await import('./booked-payment.js');
    const entry = await bookedPayment(this.#client, request.terms, over - LIFE_SECONDS * 1000);
    if (request.id === this.request?.id) {
      this.#heard();
      await this.#take(entry === null ? { state: 'expired' } : { state: 'paid', entry });
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
    } else if (this.#isByCode) {
      this.#alarm(now.state);
    } else if (now.state === 'claimed') {
      this.#become('confirming');
    } else if (now.state === 'expired') {
      clearInterval(this.#look);
      this.#become('expired');
    } else if (now.state === 'open' && this.state !== 'refused') {
      this.#become('waiting');
    }
  }

  /** Whether the customer's code was right, and the journal has not been seen to say so. */
  get #isByCode() {
    return this.payment !== null && this.payment.index === undefined;
  }

  /** The code was right, and nothing is booked: that does not go away by itself. */
  #alarm(/** @type {string} */ state) {
    if (state !== 'paid') {
      this.#become('unproven');
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
    if (this.#isByCode) {
      await (await import('./coded-sales.js')).forgetCoded(request.id);
    }
    this.payment = { amount: order.amount, index, from: order.from, at, word };
    this.#become('paid');
  }

  #failed(/** @type {unknown} */ cause) {
    if (cause instanceof NoAnswer) {
      this.#drawHere().catch(reportError);
      if (Date.now() - this.#heardAt > SILENCE_MILLISECONDS && !this.isPaid && !this.#isByCode) {
        this.#become('unreachable');
      }
    } else if (cause instanceof ReceiptInvalid) {
      this.#become('unproven'); // and the next look tries again
    } else if (cause instanceof Problem && this.#isByCode) {
      reportError(cause); // what the journal says is looked up again
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
    this.isTypingCode &&= state === 'unreachable'; // else the keypad is the amount's
    this.dispatchEvent(new Event('change'));
  }
}
