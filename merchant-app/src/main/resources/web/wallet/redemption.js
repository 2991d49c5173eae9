// Exchanging units for euros, from the holder's side. Signed once; sent again, it is the same bytes.

import { ibanHash } from '../kit/iban.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { redeemOrder } from '../kit/orders.js';

const AGAIN_MILLISECONDS = 2_000;
const BASIS = 10_000;

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
 * @typedef {'asking' | 'sending' | 'unknown' | 'requested' | 'refused'} State
 * @fires change - after its state has changed
 */
export class Redemption extends EventTarget {
  #client;
  #signed = '';

  /** @param {import('../kit/member-client.js').MemberClient} client */
  constructor(client) {
    super();
    this.#client = client;
    /** @type {State} */
    this.state = 'asking';
    /** The reason, where it is refused. */
    this.why = '';
  }

  /** @param {{amount: number, purpose: string, iban: string}} wish amount in minor units */
  async request({ amount, purpose, iban }) {
    if (this.state !== 'asking') {
      return; // a second tap
    }
    this.#become('sending');
    const { account, origin } = this.#client;
    this.#signed = await this.#client.signOrder(
      redeemOrder(origin, { from: account, amount, purpose, ibanHash: await ibanHash(account, iban) }),
    );
    await this.#send();
  }

  async #send() {
    try {
      await this.#client.sendRedemption(this.#signed);
      this.#become('requested');
    } catch (cause) {
      if (cause instanceof NoAnswer) {
        this.#become('unknown');
        setTimeout(() => this.#send(), AGAIN_MILLISECONDS);
      } else if (cause instanceof Problem) {
        this.why = cause.name;
        this.#become('refused');
      } else {
        throw cause;
      }
    }
  }

  #become(/** @type {State} */ state) {
    this.state = state;
    this.dispatchEvent(new Event('change'));
  }
}
