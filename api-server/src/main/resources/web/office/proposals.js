// Orders that take two operators: one signs and lays them ready, another looks at what they say and signs too.

import { canonicalJson } from '../kit/canonical-json.js';
import { fromBase64Url } from '../kit/bytes.js';

const ORDER = 'omloop-order+jws';

/** A week: a second operator may be away for some days. */
const LIFE_SECONDS = 7 * 24 * 60 * 60;

/**
 * @typedef {object} Proposal
 * @property {string} order its id
 * @property {string} signed by its maker
 * @property {string} by the maker's key
 * @property {boolean} maySign whether the caller is another person
 * @property {string} madeAt
 * @property {string} expiresAt
 */

/**
 * Signs an order that takes two, for the other one to find.
 *
 * @param {import('../kit/member-client.js').MemberClient} client
 * @param {any} order
 * @returns {Promise<string>} the bytes to send, and to send again, with propose
 */
export function signForTwo(client, order) {
  return client.signOrder({ ...order, exp: order.iat + LIFE_SECONDS });
}

/** @param {import('../kit/member-client.js').MemberClient} client @param {string} signed */
export function propose(client, signed) {
  return client.post('/v1/proposals', signed);
}

/** What waits. @param {import('../kit/member-client.js').MemberClient} client @returns {Promise<Proposal[]>} */
export async function proposals(client) {
  return (await client.ask('/v1/proposals')).proposals;
}

/** What a proposal says. @param {Proposal} proposal @returns {any} the order */
export function orderOf({ signed }) {
  return JSON.parse(new TextDecoder().decode(fromBase64Url(signed.split('.')[1])));
}

/**
 * Adds a signature, and sends the whole. Both signatures are over the same bytes, and Ed25519 signs them the same way
 * each time, so that it may be sent again.
 *
 * @param {import('../kit/member-client.js').MemberClient} client
 * @param {Proposal} proposal
 * @returns {Promise<any>} the booking
 */
export async function countersign(client, { signed }) {
  const [header, payload, signature] = signed.split('.');
  const signatures = [{ protected: header, signature }, await client.key.signEncoded(ORDER, payload)];
  return client.post('/v1/orders', canonicalJson({ payload, signatures }), 'application/jose+json');
}

/** @param {import('../kit/member-client.js').MemberClient} client @param {Proposal} proposal */
export function withdraw(client, { order }) {
  return client.ask(`/v1/proposals/${order}/withdrawals`, { method: 'POST' });
}
