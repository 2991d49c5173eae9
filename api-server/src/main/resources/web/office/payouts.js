// Payouts as the office asks for them and signs them. What the bank has done is never said here: the journal says it.

import { NoAnswer } from '../kit/ledger-client.js';
import { newOrderId, paidOutOrder, returnedOrder } from '../kit/orders.js';
import { propose, signForTwo } from './proposals.js';

const BATCHES = '/v1/payout-batches';

/** What a batch holds at most. */
export const MOST = 50;

/** Why a payout is given back (ISO 20022). */
export const REASONS = ['AC01', 'AC04', 'BE01', 'AG01', 'CUST', 'MS03'];

/**
 * @typedef {object} Payout
 * @property {string} order
 * @property {string} account
 * @property {string} requestedAt
 * @property {number} amount in minor units, as the next two
 * @property {number} fee
 * @property {number} payout
 * @property {string} purpose
 * @property {string} state
 * @property {boolean} isPayable
 * @property {{name: string, sepaName: string, iban: string}} [payee]
 * @property {string} [endToEndId]
 * @property {string} [reason]
 *
 * @typedef {import('../kit/member-client.js').MemberClient} Client
 */

/** All that the bank has still to pay, the oldest first. @param {Client} client @returns {Promise<Payout[]>} */
export async function requested(client) {
  const all = [];
  let cursor = '';
  do {
    const page = await client.ask(`/v1/payouts?state=requested&limit=200${cursor && `&cursor=${cursor}`}`);
    all.push(...page.payouts);
    cursor = page.next ?? '';
  } while (cursor);
  return all;
}

/** @param {Client} client @returns {Promise<any[]>} */
export async function batches(client) {
  return (await client.ask(BATCHES)).batches;
}

/** @param {Client} client @param {string} batch @returns {Promise<any>} */
export const readBatch = (client, batch) => client.ask(`${BATCHES}/${batch}`);

/** @param {Client} client */
const terms = (client) => ({ ledger: client.origin, iat: Math.floor(Date.now() / 1000) });

/** Signs a new batch, to be sent with sendDraft until it is answered. @param {Client} client @param {string[]} orders */
export function signDraft(client, orders) {
  return client.key.signJws('omloop-payout-batch+jws', { ...terms(client), batch: newOrderId(), orders });
}

/** @param {Client} client @param {string} signed */
export const sendDraft = (client, signed) => client.post(BATCHES, signed);

/** Approves exactly that file. @param {Client} client @param {{batch: string, sha256: string}} looked */
export const approve = (client, { batch, sha256 }) => decide(client, batch, 'approved', sha256, '');

/** @param {Client} client @param {string} batch @param {string} reason */
export const sendBack = (client, batch, reason) => decide(client, batch, 'sent-back', '', reason);

/** @param {Client} client @param {string} batch @param {string} decision @param {string} sha256 @param {string} reason */
async function decide(client, batch, decision, sha256, reason) {
  const words = { ...terms(client), batch, decision, sha256, reason };
  return client.post(`${BATCHES}/${batch}/decisions`, await client.key.signJws('omloop-payout-decision+jws', words));
}

/** Takes a batch out for the bank, and keeps its file. @param {Client} client @param {string} batch */
export async function fetchFile(client, batch) {
  await client.ask(`${BATCHES}/${batch}/exports`, { method: 'POST' });
  const address = URL.createObjectURL(await client.file(`${BATCHES}/${batch}/file`, 'application/xml'));
  Object.assign(document.createElement('a'), { href: address, download: `${batch}.xml` }).click();
  setTimeout(() => URL.revokeObjectURL(address), 0);
}

/** Signed and not answered yet, by what it says. @type {Map<string, string>} */
const begun = new Map();

/**
 * Signs and sends an order; as long as there is no answer the same bytes again, whoever taps.
 *
 * @param {string} says
 * @param {() => Promise<string>} sign
 * @param {(signed: string) => Promise<any>} send
 */
async function once(says, sign, send) {
  const signed = begun.get(says) ?? (await sign());
  begun.set(says, signed);
  try {
    const answer = await send(signed);
    begun.delete(says);
    return answer;
  } catch (cause) {
    if (!(cause instanceof NoAnswer)) {
      begun.delete(says); // a refusal is final: the next try is another order
    }
    throw cause;
  }
}

/** The reference of an order that gives back what was never paid. @param {string} order @param {string} reason */
const rejection = (order, reason) => `rejected-${reason}-OML${order.replaceAll('-', '')}`;

/** Gives back what is not with the bank; no euros move. @param {Client} client @param {string} order @param {string} reason */
export async function giveBack(client, order, reason) {
  const bank = rejection(order, reason);
  return once(
    bank,
    () => client.signOrder(returnedOrder(client.origin, { redeem: order, bank })),
    (signed) => client.sendOrder(signed),
  );
}

/**
 * Books what a line of the statement says, where its amount and account are those of the payout.
 *
 * @param {Client} client
 * @param {string} order
 * @param {{kind: 'paid' | 'back', line: string}} bank
 */
export async function book(client, order, { kind, line }) {
  const write = kind === 'paid' ? paidOutOrder : returnedOrder;
  return once(
    `${kind} ${order} ${line}`,
    () => client.signOrder(write(client.origin, { redeem: order, bank: line })),
    (signed) => client.sendOrder(signed),
  );
}

/**
 * Lays ready for a second person what the bank has done, where somebody read it off a statement.
 *
 * @param {Client} client
 * @param {'paid' | 'back' | 'refused'} what
 * @param {string} order
 * @param {string} text the bank line's reference; for 'refused' the reason
 */
export async function layReady(client, what, order, text) {
  const words = () =>
    what === 'paid'
      ? paidOutOrder(client.origin, { redeem: order, bank: text })
      : returnedOrder(client.origin, { redeem: order, bank: what === 'back' ? text : rejection(order, text) });
  return once(
    `ready ${what} ${order} ${text}`,
    () => signForTwo(client, words()),
    (signed) => propose(client, signed),
  );
}
