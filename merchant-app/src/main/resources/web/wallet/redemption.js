// Exchanging units for euros, from the holder's side. The outbox sends it until it is known what became of it.

import { saltedAccount } from '../kit/iban.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { redeemOrder } from '../kit/orders.js';
import { ibanSecret } from './iban-secret.js';

const BASIS = 10_000;

/** Whose divisions a missing supplier is named by. */
const CLASSIFICATION = 'SBI2008';

/** Purposes; wages and the like are an enterprise's. */
const OF_RESIDENTS = ['housing', 'energy', 'taxes', 'finance', 'leaving', 'other'];
const OF_ALL = ['supplier', 'wages', 'premises', 'energy', 'taxes', 'finance', 'housing', 'profit', 'leaving', 'other'];

/**
 * What somebody may exchange for, by the circuit's rules.
 *
 * @param {string} role the account's
 * @param {Record<string, any>} settings as the circuit's policies have them
 * @returns {{purposes: string[], why: string}} why: key of the words about what may not be; empty where all may
 */
export function mayRedeem(role, { redemptionByResidents, redemptionByOrganisations }) {
  if (role !== 'resident') {
    return redemptionByOrganisations === false
      ? { purposes: [], why: 'redeem.nobody' }
      : { purposes: OF_ALL, why: '' };
  }
  switch (redemptionByResidents) {
    case 'on':
      return { purposes: OF_RESIDENTS, why: '' };
    case 'on-leaving':
      return { purposes: ['leaving'], why: 'redeem.on-leaving' };
    default:
      return { purposes: [], why: 'redeem.not-residents' };
  }
}

/**
 * What the circuit keeps of an amount, rounded down; at least one minor unit is left to pay out.
 *
 * @param {number} amount in minor units
 * @param {number} basisPoints hundredths of a percent
 */
export function feeOf(amount, basisPoints) {
  return Math.min(Math.floor((amount * basisPoints) / BASIS), amount - 1);
}

/**
 * One redemption.
 *
 * @typedef {'asking' | 'sending' | 'untold' | 'unknown' | 'requested' | 'refused' | 'unproven'} State untold: nothing was
 *     signed, as the office could not be told where the euros go; unproven: the server says it is requested, and its
 *     receipt does not hold
 * @fires change - after its state has changed
 */
export class Redemption extends EventTarget {
  #client;
  #outbox;

  /** @param {import('../kit/member-client.js').MemberClient} client @param {import('../kit/outbox.js').Outbox} outbox */
  constructor(client, outbox) {
    super();
    this.#client = client;
    this.#outbox = outbox;
    /** @type {State} */
    this.state = 'asking';
    /** The reason, where it is refused. */
    this.why = '';
    /** The id of the order, once it is signed. */
    this.order = '';
  }

  /**
   * The office is told of the bank account first: nothing is signed that nobody could pay out.
   *
   * @param {{amount: number, purpose: string, division: string, iban: string, name: string}} wish amount in minor units;
   *     division: of the missing supplier, or empty; name: whose bank account it is
   */
  async request({ amount, purpose, division, iban, name }) {
    if (this.state !== 'asking') {
      return; // a second tap
    }
    this.#become('sending');
    const bankAccount = await saltedAccount(iban, name, await ibanSecret(this.#client.account));
    if (!(await this.#isTold(bankAccount))) {
      this.#become('untold');
      return;
    }
    const { account, origin } = this.#client;
    const sector = division && `${CLASSIFICATION}:${division}`;
    const order = redeemOrder(origin, { from: account, amount, purpose, sector, ibanHash: bankAccount.ibanHash });
    this.order = order.order;
    this.#outbox.addEventListener('outcome', this.#hear);
    if (!(await this.#outbox.send(await this.#outbox.sign('redemption', order))) && this.state === 'sending') {
      this.#become('unknown');
    }
  }

  async #isTold(/** @type {any} */ bankAccount) {
    try {
      await this.#client.keepBankAccount(bankAccount);
      return true;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      return false;
    }
  }

  /** Leaves it to the outbox. */
  leave() {
    this.#outbox.removeEventListener('outcome', this.#hear);
  }

  #hear = (/** @type {any} */ { detail }) => {
    const { waiting, end, why } = /** @type {import('../kit/outbox.js').Outcome} */ (detail);
    if (waiting.order === this.order) {
      this.why = why;
      this.#become(end === 'done' ? 'requested' : end === 'unproven' ? 'unproven' : 'refused');
    }
  };

  #become(/** @type {State} */ state) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}
