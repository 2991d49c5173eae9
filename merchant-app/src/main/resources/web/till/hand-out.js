// Handing out a programme's money at an event, one resident at a time (docs/adr/0065). Knows no pixels.

import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { grantOrder } from '../kit/orders.js';

/** For so long a code that comes back before the camera is the one that was given to. */
const SAME_MILLISECONDS = 30_000;

/**
 * @typedef {'ready' | 'reading' | 'sending' | 'given' | 'refused' | 'unknown' | 'unproven'} State unknown: it is signed,
 *     and has no answer yet; unproven: the server says it is given, and its receipt does not hold
 *
 * @typedef {{amount: number, end: string, why: [string, string]}} Late what was signed before another was scanned, and not given
 *
 * @typedef {object} Programme that this shop's keys may hand out
 * @property {string} account
 * @property {string} programme
 * @property {number} amount for each, in minor units
 * @property {number} left of the budget, in minor units
 * @property {number} beneficiaries
 * @property {string} ends
 */

/**
 * One programme, as one device hands it out.
 *
 * @fires change - after anything about it has changed
 */
export class HandOut extends EventTarget {
  #client;
  #outbox;
  /** What was signed last. */
  #order = '';
  /** The code that was shown last, and when it was given to. */
  #shown = '';
  #givenAt = -SAME_MILLISECONDS;

  /**
   * @param {import('../kit/member-client.js').MemberClient} client of the key that signs
   * @param {import('../kit/outbox.js').Outbox} outbox
   * @param {Programme} programme
   */
  constructor(client, outbox, programme) {
    super();
    this.#client = client;
    this.#outbox = outbox;
    this.programme = programme;
    /** @type {State} */
    this.state = 'ready';
    /** Key of the words about the last code or refusal, and what they are about. @type {[string, string] | null} */
    this.why = null;
    /** How many this screen has given. */
    this.given = 0;
    /** @type {Late[]} */
    this.late = [];
    outbox.addEventListener('outcome', this.#hear);
  }

  leave() {
    this.#outbox.removeEventListener('outcome', this.#hear);
  }

  /** Whether an order has its answer on this screen. @param {import('../kit/outbox.js').Waiting} waiting */
  shows(waiting) {
    const { account, programme } = this.programme;
    return waiting.kind === 'grant' && waiting.from === account && waiting.programme === programme;
  }

  /** What was signed before the last, and has no answer yet. */
  get unanswered() {
    return this.#outbox.waiting.filter((each) => this.shows(each) && each.order !== this.#order);
  }

  get mayScan() {
    return this.state !== 'reading' && this.state !== 'sending';
  }

  /** Gives to whoever shows a code of their own. @param {string} sticker */
  async give(sticker) {
    if (!this.mayScan) {
      return;
    }
    this.#shown = sticker;
    this.#turn('reading');
    try {
      const { payee } = await this.#client.sticker(sticker);
      await this.#giveTo(payee);
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      const isNamed = cause instanceof Problem && cause.name !== '';
      this.#turn('refused', isNamed ? ['hand-out-why', cause.name] : ['till-scan.no-answer', '']);
    }
  }

  /** Whether a code is the one that was given to last, moments ago. @param {string} sticker */
  isGivenTo(sticker) {
    const isRecent = performance.now() - this.#givenAt < SAME_MILLISECONDS;
    return this.state === 'given' && sticker === this.#shown && isRecent;
  }

  /** Says that a code is none to give to. @param {string} key of the words */
  complain(key) {
    this.#turn('refused', [key, '']);
  }

  /** Somebody who is scanned again while an order waits is given nothing more. */
  async #giveTo(/** @type {string} */ to) {
    const { account: from, programme, amount } = this.programme;
    const held = this.#outbox.waiting.find((each) => this.shows(each) && each.to === to);
    const waiting =
      held ??
      (await this.#outbox.sign('grant', grantOrder(this.#client.origin, { from, to, amount, programme }), this.#client));
    this.#order = waiting.order;
    this.#turn('sending');
    if (!(await this.#outbox.send(waiting)) && this.state === 'sending') {
      this.#turn('unknown');
    }
  }

  #hear = (/** @type {Event} */ event) => {
    const { waiting, end, why } = /** @type {CustomEvent<import('../kit/outbox.js').Outcome>} */ (event).detail;
    if (!this.shows(waiting)) {
      return;
    }
    /** @type {[string, string]} */
    const reason = end === 'dead' ? ['hand-out-why.dead', ''] : ['hand-out-why', why];
    this.given += end === 'done' ? 1 : 0;
    if (waiting.order !== this.#order) {
      this.late = end === 'done' ? this.late : [...this.late, { amount: waiting.amount, end, why: reason }];
      this.#turn(this.state, this.why);
    } else if (end === 'done') {
      this.#givenAt = performance.now();
      this.#turn('given');
    } else {
      this.#turn(end === 'unproven' ? 'unproven' : 'refused', reason);
    }
  };

  #turn(/** @type {State} */ state, /** @type {[string, string] | null} */ why = null) {
    this.state = state;
    this.why = why;
    this.dispatchEvent(new Event('change'));
  }
}
