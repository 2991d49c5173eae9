// What an order says, in words, for whoever signs second. Nobody signs here what has to be read as JSON: a type that is
// not in this list is shown, and signed elsewhere.

import { html, nothing } from 'lit';
import { formatAmount } from '../kit/money.js';
import './bank-line-facts.js';
import { readOrder } from './programme-order.js';
import './programme-terms.js';
import './rule-effects.js';

/**
 * @typedef {(order: any, office: {client: import('../kit/member-client.js').MemberClient,
 *   members: import('../kit/members.js').Members,
 *   currency: import('../kit/ledger-client.js').CurrencyFacts, words: import('../kit/i18n.js').Words}) => unknown} Worded
 */

/** By type of order. @type {Record<string, Worded>} */
export const WORDED = {
  'key-add': ({ rights }, { words }) =>
    html`<span
      >${words.t('proposal.may', {
        rights: rights.map((/** @type {string} */ right) => words.t(`right.${right}`)).join(', '),
      })}</span
    >`,
  'key-revoke': () => nothing,
  issue: ({ to, amount, bank, order }, { client, members, currency, words }) =>
    html`<span>${to} ${members.of(to)?.name ?? ''}</span>
      <span>
        ${words.t('proposal.issue-what', { amount: formatAmount(amount, currency, words.locale), line: bank })}
      </span>
      <om-bank-line-facts
        .client=${client}
        .currency=${currency}
        .words=${words}
        .line=${bank}
        .order=${order}
      ></om-bank-line-facts>`,
  limit: ({ account, limit }, { members, currency, words }) =>
    html`<span
      >${words.t('credit.says', {
        account: members.of(account)?.name ?? account,
        amount: formatAmount(limit, currency, words.locale),
      })}</span
    >`,
  policy: ({ settings, effective }, { client, currency, words }) =>
    html`<om-rule-effects
      .client=${client}
      .currency=${currency}
      .words=${words}
      .change=${{ settings, effective }}
    ></om-rule-effects>`,
  programme: (order, { client, members, currency, words }) =>
    html`<om-programme-terms
      .client=${client}
      .members=${members}
      .currency=${currency}
      .words=${words}
      .programme=${readOrder(order)}
    ></om-programme-terms>`,
  'paid-out': ({ redeem, bank }, { words }) => html`<span>${words.t('payout.says-paid', { redeem, bank })}</span>`,
  returned: ({ redeem, bank }, { words }) => html`<span>${words.t('payout.says-returned', { redeem, bank })}</span>`,
};
