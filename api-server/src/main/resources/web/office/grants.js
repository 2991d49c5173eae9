// Grants of one batch: signed one by one by one person, and one by one by another, in a tap each.

import { Problem } from '../kit/member-client.js';
import { terms } from '../kit/orders.js';
import { patiently } from './patiently.js';
import { countersign, orderOf, proposals, propose, signForTwo, withdraw } from './proposals.js';

/**
 * @typedef {{to: string, amount: number}} Grant
 * @typedef {object} Batch grants that one person signed at one time
 * @property {string} name
 * @property {string} programme
 * @property {boolean} maySign
 * @property {import('./proposals.js').Proposal[]} proposals
 * @property {any[]} orders
 * @property {number} total in minor units
 */

/**
 * Signs a batch. Sent again, it is the same bytes.
 *
 * @param {import('../kit/member-client.js').MemberClient} client of a key of the account that grants
 * @param {string} programme
 * @param {Grant[]} grants
 * @returns {Promise<string[]>}
 */
export function signBatch(client, programme, grants) {
  const { iat } = terms(client.origin, 'grant');
  return Promise.all(
    grants.map(({ to, amount }) =>
      signForTwo(client, { ...terms(client.origin, 'grant'), iat, from: client.account, to, amount, programme }),
    ),
  );
}

/** Lays a batch ready. @param {import('../kit/member-client.js').MemberClient} client @param {string[]} signed @param {(done: number) => void} tell */
export async function proposeBatch(client, signed, tell) {
  for (const [at, each] of signed.entries()) {
    await patiently(() => propose(client, each));
    tell(at + 1);
  }
}

/** What waits, by batch. @param {import('../kit/member-client.js').MemberClient} client @returns {Promise<Batch[]>} */
export async function batches(client) {
  /** @type {Map<string, Batch>} */
  const all = new Map();
  for (const proposal of await proposals(client)) {
    const order = orderOf(proposal);
    if (order.type === 'grant' && order.from === client.account) {
      const name = `${proposal.by}-${order.programme}-${order.iat}`;
      const batch = all.get(name) ?? { name, programme: order.programme, maySign: proposal.maySign, proposals: [], orders: [], total: 0 };
      batch.proposals.push(proposal);
      batch.orders.push(order);
      batch.total += order.amount;
      all.set(name, batch);
    }
  }
  return [...all.values()];
}

/**
 * Signs a batch too, grant by grant: one that is refused stops no other.
 *
 * @param {import('../kit/member-client.js').MemberClient} client
 * @param {Batch} batch
 * @param {(done: number) => void} tell
 * @returns {Promise<{to: string, said: string}[]>} those that were refused, and why
 */
export async function countersignBatch(client, batch, tell) {
  const refused = [];
  for (const [at, proposal] of batch.proposals.entries()) {
    try {
      await patiently(() => countersign(client, proposal));
    } catch (cause) {
      if (!(cause instanceof Problem)) {
        throw cause;
      }
      refused.push({ to: batch.orders[at].to, said: cause.message });
    }
    tell(at + 1);
  }
  return refused;
}

/** @param {import('../kit/member-client.js').MemberClient} client @param {Batch} batch */
export async function withdrawBatch(client, batch) {
  for (const proposal of batch.proposals) {
    await patiently(() => withdraw(client, proposal));
  }
}
