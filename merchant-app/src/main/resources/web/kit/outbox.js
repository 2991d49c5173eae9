// What was signed and has no answer yet: payments, refunds, redemptions, grants. It is on the disk before it is sent, so that a
// closed page, an empty battery or a lost connection loses nothing; sent again, it is the same bytes, which the ledger
// books once.

import { DeviceStore } from './device-store.js';
import { keepEvidence } from './evidence.js';
import { NoAnswer } from './ledger-client.js';
import { Problem } from './member-client.js';
import { ReceiptInvalid, checkReceipt } from './receipt.js';

const STORE = new DeviceStore('outbox');
const DAY_SECONDS = 24 * 60 * 60;
const AGAIN_MILLISECONDS = 2_000;
const TOO_MANY = 429;
const NOT_FOUND = 404;

/** How each kind is sent. @type {Record<Kind, (client: any, signed: string) => Promise<any>>} */
const SEND = {
  payment: (client, signed) => client.sendPayment(signed),
  refund: (client, signed) => client.sendRefund(signed),
  redemption: (client, signed) => client.sendRedemption(signed),
  grant: (client, signed) => client.sendGrant(signed),
};

/**
 * @typedef {'payment' | 'refund' | 'redemption' | 'grant'} Kind
 *
 * @typedef {object} Waiting
 * @property {Kind} kind
 * @property {string} order its id
 * @property {string} account whose device signed it
 * @property {string} [key] id of the key that did: at a shared till not everybody's is the same
 * @property {'till' | 'wallet'} face in which it was signed: what an owner exchanges is nothing for the counter
 * @property {string} signed the bytes
 * @property {string} [from] the account it takes from, where it says
 * @property {string} [programme] under whose name it grants
 * @property {string} [to] whom a payment or a grant pays
 * @property {string} [original] the payment of which a refund gives back
 * @property {number} amount in minor units
 * @property {number} exp unix seconds, after which it is dead
 * @property {Outcome} [outcome] for the other pages that know of it; gone a day after exp
 *
 * @typedef {object} Outcome
 * @property {Waiting} waiting
 * @property {'done' | 'refused' | 'dead' | 'unproven'} end dead: it never arrived, and is too old now; unproven: the
 *     server says it is done, and its receipt does not hold
 * @property {string} why the refusal's name, or the key of the words about the receipt
 * @property {boolean} isInBooks whether a refusal is the ledger's, and final
 * @property {import('./receipt.js').CheckedReceipt | null} receipt
 * @property {{leaf: string, proof: string} | null} evidence the receipt as it came
 */

/**
 * One account's outbox in one face. Knows an order until its outcome has been told in this page, whichever page got the
 * answer. An order is sent by one page at a time.
 *
 * @fires change - after what waits has changed
 * @fires outcome - with an Outcome as detail, while the order is still on the disk
 */
export class Outbox extends EventTarget {
  #client;
  #logKey;
  #face;
  #timer = 0;
  /** @type {Map<string, Waiting>} */
  #known = new Map();

  /**
   * @param {import('./member-client.js').MemberClient} client
   * @param {string} logKey
   * @param {'till' | 'wallet'} face
   */
  constructor(client, logKey, face) {
    super();
    this.#client = client;
    this.#logKey = logKey;
    this.#face = face;
  }

  /** @returns {Waiting[]} */
  get waiting() {
    return [...this.#known.values()];
  }

  /** Sends what waits, now and whenever there may be a connection again, until the page goes. */
  async open() {
    await this.#read();
    addEventListener('online', () => this.flush());
    document.addEventListener('visibilitychange', () => this.flush());
    await this.flush();
  }

  /**
   * Signs an order and puts it on the disk, about to be sent.
   *
   * @param {Kind} kind
   * @param {any} order
   * @param {import('./member-client.js').MemberClient} [signer] who signs, if it is not whose outbox this is; the bytes
   *     are the same whoever sends them
   * @returns {Promise<Waiting>}
   */
  async sign(kind, order, signer = this.#client) {
    const { account, key } = signer;
    const signed = await signer.signOrder(order);
    const { order: id, from, to, original, programme, amount, exp } = order;
    const about = { from, to, original, programme, amount };
    const waiting = { kind, order: id, account, key: key.id, face: this.#face, signed, ...about, exp };
    await STORE.put(id, waiting);
    this.#known.set(id, waiting);
    this.dispatchEvent(new Event('change'));
    return waiting;
  }

  /** The refund of a payment that has no answer yet, also another page's. @param {string} original */
  async heldRefund(original) {
    await this.#read();
    return this.waiting.find((each) => each.original === original);
  }

  /** Sends one once. @param {Waiting} waiting @returns {Promise<boolean>} whether it has its outcome */
  async send(waiting) {
    try {
      return await navigator.locks.request(`omloop-order-${waiting.order}`, () => this.#sendAlone(waiting));
    } finally {
      this.#plan();
    }
  }

  async #sendAlone(/** @type {Waiting} */ waiting) {
    const told = (await STORE.get(waiting.order))?.outcome; // another page was first
    const outcome = told ?? (await this.#outcome(waiting));
    if (outcome) {
      await this.#end(outcome);
    }
    return outcome !== null;
  }

  /** Sends everything once. */
  async flush() {
    clearTimeout(this.#timer);
    try {
      await this.#read();
      for (const each of this.waiting) {
        await this.send(each).catch(reportError); // the next one has nothing to do with it
      }
    } finally {
      this.#plan();
    }
  }

  #plan() {
    clearTimeout(this.#timer);
    if (this.#known.size > 0) {
      this.#timer = setTimeout(() => this.flush(), AGAIN_MILLISECONDS);
    }
  }

  /** What became of it; null where nobody knows. @returns {Promise<Outcome | null>} */
  async #outcome(/** @type {Waiting} */ waiting) {
    try {
      const booking = await this.#answer(waiting);
      return booking ? await this.#checked(booking, waiting) : ending(waiting, 'dead', 'dead');
    } catch (cause) {
      if (cause instanceof Problem && cause.name && cause.status !== TOO_MANY) {
        return { ...ending(waiting, 'refused', cause.name), isInBooks: cause.status === 422 };
      }
      if (cause instanceof NoAnswer || cause instanceof Problem) {
        return null; // a problem without a name is somebody else's, between here and the server
      }
      throw cause;
    }
  }

  /** What the server says of it; an order that is dead by now is only asked about. */
  async #answer(/** @type {Waiting} */ { kind, order, signed, exp }) {
    if (Date.now() / 1000 < exp) {
      const booking = await SEND[kind](this.#client, signed);
      if (!booking?.receipt) {
        throw new NoAnswer('without a receipt');
      }
      return booking;
    }
    try {
      return await this.#client.order(order);
    } catch (cause) {
      if (cause instanceof Problem && cause.status === NOT_FOUND && cause.name) {
        return null;
      }
      throw new NoAnswer(order, { cause }); // that we may not ask says nothing about the order
    }
  }

  async #checked(/** @type {any} */ { receipt: evidence }, /** @type {Waiting} */ waiting) {
    try {
      const receipt = await checkReceipt(evidence, this.#logKey);
      const { decision, reason, order } = receipt.entry;
      if (order !== waiting.signed) {
        throw new ReceiptInvalid('receipt.other-entry');
      }
      return decision === 'posted'
        ? { ...ending(waiting, 'done'), receipt, evidence }
        : { ...ending(waiting, 'refused', reason), isInBooks: true, receipt, evidence };
    } catch (cause) {
      if (cause instanceof ReceiptInvalid) {
        await keepEvidence(waiting.order, evidence);
        return { ...ending(waiting, 'unproven', cause.message), evidence };
      }
      throw cause;
    }
  }

  /** Tells it first: what breaks off in between is told again rather than never. */
  async #end(/** @type {Outcome} */ outcome) {
    const { waiting } = outcome;
    if (this.#known.has(waiting.order)) {
      this.dispatchEvent(new CustomEvent('outcome', { detail: outcome }));
      await STORE.put(waiting.order, { ...waiting, outcome });
      this.#known.delete(waiting.order);
      this.dispatchEvent(new Event('change'));
    }
  }

  async #read() {
    for (const each of /** @type {Waiting[]} */ (await STORE.all())) {
      if (each.outcome) {
        if (each.exp + DAY_SECONDS < Date.now() / 1000) {
          await STORE.remove(each.order);
        }
      } else if (each.account === this.#client.account && each.face === this.#face) {
        this.#known.set(each.order, each);
      }
    }
    this.dispatchEvent(new Event('change'));
  }
}

/** @returns {Outcome} */
function ending(/** @type {Waiting} */ waiting, /** @type {Outcome['end']} */ end, why = '') {
  return { waiting, end, why, isInBooks: false, receipt: null, evidence: null };
}
