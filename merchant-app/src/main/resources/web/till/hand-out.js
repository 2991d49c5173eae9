// Handing out a programme's money at an event, one resident at a time (docs/adr/0065). Knows no pixels.

import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { grantOrder } from '../kit/orders.js';

/**
 * @typedef {'ready' | 'reading' | 'sending' | 'given' | 'refused' | 'unknown' | 'unproven'} State unknown: it is signed,
 *     and goes on by itself; unproven: the server says it is given, and its receipt does not hold
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
  /** What is signed, and has no answer yet. */
  #order = '';

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
    outbox.addEventListener('outcome', this.#hear);
  }

  leave() {
    this.#outbox.removeEventListener('outcome', this.#hear);
  }

  /** Whose order has its answer on this screen. @param {string} order */
  shows(order) {
    return order === this.#order;
  }

  get mayScan() {
    return this.state !== 'reading' && this.state !== 'sending';
  }

  /** Gives to whoever shows a code of their own. @param {string} sticker */
  async give(sticker) {
    if (!this.mayScan) {
      return;
    }
    this.#turn('reading');
    try {
      const { payee } = await this.#client.sticker(sticker);
      await this.#giveTo(payee);
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.#turn('refused', cause instanceof NoAnswer ? ['till-scan.no-answer', ''] : ['hand-out-why', cause.name]);
    }
  }

  /** Says that a code is none to give to. @param {string} key of the words */
  complain(key) {
    this.#turn('refused', [key, '']);
  }

  /** Somebody who is scanned again while an order waits is given nothing more. */
  async #giveTo(/** @type {string} */ to) {
    const { account: from, programme, amount } = this.programme;
    const held = this.#outbox.waiting.find((each) => each.kind === 'grant' && each.to === to);
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
    if (waiting.order !== this.#order) {
      return;
    }
    if (end === 'done') {
      this.given += 1;
      this.#turn('given');
    } else if (end === 'unproven') {
      this.#turn('unproven');
    } else {
      this.#turn('refused', end === 'dead' ? ['hand-out-why.dead', ''] : ['hand-out-why', why]);
    }
  };

  #turn(/** @type {State} */ state, /** @type {[string, string] | null} */ why = null) {
    this.state = state;
    this.why = why;
    this.dispatchEvent(new Event('change'));
  }
}
