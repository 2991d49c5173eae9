// Taking somebody on at this till, and parting with them: a key of their own, and an entry that says what it may do.

import { DeviceKey, keyLetters } from '../kit/device-key.js';
import { CASHIER, KeyOrder, cashierHolder } from '../kit/key-order.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { keyAddOrder, keyRevokeOrder } from '../kit/orders.js';
import { makePin } from './pins.js';

/**
 * Makes a key on this device and has it granted by who serves. Key and order are on the disk before the order is sent.
 *
 * @param {import('./staff.js').Staff} staff
 * @param {{name: string, digits: string, refundLimit: number | null}} colleague the limit in minor units; null: gives
 *     nothing back
 * @returns {Promise<string>} key of the words that say what is wrong; empty when it is done
 */
export async function takeOn(staff, { name, digits, refundLimit }) {
  const { client } = staff;
  const key = await DeviceKey.create();
  const rights = CASHIER.filter((right) => right !== 'refund' || refundLimit !== null);
  const order = keyAddOrder(client.origin, {
    account: client.account,
    key: await key.publicKey(),
    rights,
    label: 'cashier',
    holder: cashierHolder(keyLetters(key.id)),
    perOrder: refundLimit ?? staff.serving.perOrder,
  });
  const grant = await client.signOrder(order);
  const person = {
    key: key.id,
    account: client.account,
    name,
    pair: key.pair,
    rights,
    perOrder: order.perOrder,
    pin: await makePin(digits),
    wrong: 0,
    addedAt: Date.now(),
    grant,
  };
  await staff.keep(person);
  return settle(staff, person);
}

/** Sends what is not known to have arrived. @param {import('./staff.js').Staff} staff */
export async function settleGrants(staff) {
  for (const person of staff.people.filter(({ grant }) => grant)) {
    await settle(staff, person);
  }
}

/** The same bytes each time: there is one entry at most. */
async function settle(/** @type {import('./staff.js').Staff} */ staff, /** @type {import('./staff.js').Person} */ person) {
  try {
    await staff.client.sendKeyOrder(person.grant);
  } catch (cause) {
    if (cause instanceof NoAnswer) {
      return 'staff.grant-waits';
    }
    if (!(cause instanceof Problem)) {
      throw cause;
    }
    await staff.forget(person);
    return cause.name === 'key-lacks-right' ? 'device.no-right' : 'device.refused';
  }
  const { grant, ...granted } = person;
  await staff.keep(granted);
  return '';
}

/** Parting with one of the staff. */
export class Parting {
  #staff;
  #person;
  #order;

  /** @param {import('./staff.js').Staff} staff @param {import('./staff.js').Person} person */
  constructor(staff, person) {
    this.#staff = staff;
    this.#person = person;
    this.#order = new KeyOrder(staff.client);
  }

  /** Ends the key, then forgets it. @returns {Promise<string>} as KeyOrder's send */
  async end() {
    const { account, key } = this.#person;
    const fault = await this.#order.send(keyRevokeOrder(this.#staff.client.origin, { account, key }));
    if (!fault) {
      await this.#staff.forget(this.#person);
    }
    return fault;
  }
}
