// Units issued against lines of the bank: signed once for each line, and sent until there is an answer.

import { issueOrder } from '../kit/orders.js';
import { decide } from './bank-decisions.js';
import { orderOf, proposals, propose, signForTwo } from './proposals.js';

/**
 * @typedef {object} BankLine as the API has it
 * @property {string} line its name
 * @property {number} amount
 * @property {string} bookedDate
 * @property {number} bankDays
 * @property {string} side
 * @property {string} text
 * @property {string[]} references
 * @property {string} endToEndId
 * @property {string} otherName
 * @property {string} [otherIban]
 * @property {string} [account]
 * @property {string} reason
 * @property {boolean} reversal
 * @property {string} returnReason
 * @property {string} [redemption] whose payout it is
 */

/** Keeps what was signed and not answered yet. */
export class BankIssues {
  #client;
  /** By line and account. @type {Map<string, string>} */
  #begun = new Map();

  /** @param {import('../kit/member-client.js').MemberClient} client */
  constructor(client) {
    this.#client = client;
  }

  /** Whether an amount takes two operators. @param {number} amount @returns {Promise<boolean>} */
  async takesTwo(amount) {
    const { settings } = await this.#client.policies();
    return settings.twoSignaturesAbove !== null && amount > settings.twoSignaturesAbove;
  }

  /**
   * Signs and sends.
   *
   * @param {BankLine} line
   * @param {string} to whom it is for
   * @param {boolean} byTwo
   * @param {string} [reason] of a line that names nobody: why it is for them; kept before the order is
   */
  async issue(line, to, byTwo, reason) {
    const name = `${line.line} ${to} ${byTwo} ${reason ?? ''}`;
    if (!this.#begun.has(name)) {
      const order = issueOrder(this.#client.origin, { to, amount: line.amount, bank: line.line });
      if (reason) {
        await decide(this.#client, { kind: 'match', lines: [line], reason, decision: order.order });
      }
      this.#begun.set(name, await (byTwo ? signForTwo(this.#client, order) : this.#client.signOrder(order)));
    }
    const signed = this.#begun.get(name);
    try {
      await (byTwo ? propose(this.#client, signed) : this.#client.sendOrder(signed));
      this.#begun.delete(name);
    } catch (cause) {
      if (cause.name !== 'NoAnswer' && cause.status !== undefined) {
        this.#begun.delete(name); // a refusal is final: the next try is another order
      }
      throw cause;
    }
  }

  /** Lines that wait for a second signature. @returns {Promise<Set<string>>} */
  async waiting() {
    const orders = (await proposals(this.#client)).map(orderOf);
    return new Set(orders.filter(({ type }) => type === 'issue').map(({ bank }) => bank));
  }
}
