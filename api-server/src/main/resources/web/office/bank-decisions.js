// What people decide about lines of the bank that no order books: one says what they are and why, another agrees.

import { newOrderId } from '../kit/orders.js';

const DECISIONS = '/v1/bank/decisions';

/**
 * @typedef {import('../kit/member-client.js').MemberClient} Client
 * @typedef {import('./bank-issues.js').BankLine} BankLine
 *
 * @typedef {object} Decision as the API has it
 * @property {string} decision its name
 * @property {'match' | 'return' | 'reversal' | 'costs' | 'own-money'} kind
 * @property {'noted' | 'open' | 'agreed' | 'withdrawn'} state
 * @property {BankLine[]} lines
 * @property {string} reason
 * @property {string} by
 * @property {string} [second]
 * @property {string} [withdrawnBy]
 * @property {string} [decidedAt]
 * @property {string} madeAt
 * @property {string} signed
 * @property {boolean} maySign
 *
 * @typedef {{kind: Decision['kind'], lines: BankLine[]}} Choice
 */

/** @param {Client} client @returns {Promise<Decision[]>} */
export async function decisions(client) {
  return (await client.ask(DECISIONS)).decisions;
}

/** @param {Client} client */
const terms = (client) => ({ ledger: client.origin, iat: Math.floor(Date.now() / 1000) });

/**
 * Says what lines are. The same name and words again change nothing.
 *
 * @param {Client} client
 * @param {Choice & {reason: string, decision?: string}} said decision: of a match the id of its order
 */
export async function decide(client, { kind, lines, reason, decision = newOrderId() }) {
  const words = { ...terms(client), decision, kind, lines: lines.map(({ line }) => line), reason };
  return client.post(DECISIONS, await client.key.signJws('omloop-bank-decision+jws', words));
}

/** Agrees to exactly these words. @param {Client} client @param {Decision} decision */
export async function agree(client, { decision, signed }) {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(signed));
  const sha256 = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const words = { ...terms(client), decision, sha256 };
  return client.post(
    `${DECISIONS}/${decision}/agreements`,
    await client.key.signJws('omloop-bank-agreement+jws', words),
  );
}

/** @param {Client} client @param {Decision} decision */
export function withdraw(client, { decision }) {
  return client.ask(`${DECISIONS}/${decision}/withdrawals`, { method: 'POST' });
}

/**
 * What a line may be, the likeliest first: what cancels it out comes before what nothing stands against. Money goes back to the
 * account that it came from, and nothing is taken back before it is there.
 *
 * @param {BankLine} line
 * @param {BankLine[]} others all that is open
 * @returns {Choice[]}
 */
export function choices(line, others) {
  const pairs = others
    .filter((other) => other.side !== line.side && other.amount === line.amount && areAPair(line, other))
    .map((other) => ({
      kind: /** @type {const} */ (line.reversal || other.reversal ? 'reversal' : 'return'),
      lines: [line, other],
    }));
  const alone = line.side === 'debit' ? /** @type {const} */ ('costs') : /** @type {const} */ ('own-money');
  return [...pairs, { kind: alone, lines: [line] }];
}

function areAPair(/** @type {BankLine} */ one, /** @type {BankLine} */ other) {
  if (Boolean(one.reversal) !== Boolean(other.reversal)) {
    const [first, second] = one.reversal ? [other, one] : [one, other];
    return first.bookedDate <= second.bookedDate;
  }
  const [credit, debit] = one.side === 'credit' ? [one, other] : [other, one];
  return !one.reversal && credit.bookedDate <= debit.bookedDate && credit.otherIban === debit.otherIban;
}
