// What the outbox holds and what became of it, in words.

import { formatAmount } from './money.js';

const REASONS = { payment: 'payer-reason', refund: 'refund-reason', redemption: 'redeem-reason', grant: 'hand-out-why' };

/**
 * @typedef {object} Place what the words need
 * @property {import('./i18n.js').Words} words
 * @property {import('./members.js').Members} members
 * @property {import('./money.js').Currency} currency
 */

/** @param {import('./outbox.js').Waiting} waiting @param {Place} place */
export function waitingLine(waiting, place) {
  return place.words.t(`outbox-${waiting.kind}.waiting`, facts(waiting, place));
}

/** @param {import('./outbox.js').Outcome} outcome @param {Place} place */
export function outcomeLine({ waiting, end, why }, place) {
  const reasons = REASONS[waiting.kind];
  const reason = end === 'refused' ? place.words.known(`${reasons}.${why}`, 'payer-reason.unknown', why) : '';
  return place.words.t(`outbox-${waiting.kind}.${end}`, { ...facts(waiting, place), reason });
}

function facts(
  /** @type {import('./outbox.js').Waiting} */ { to, amount },
  /** @type {Place} */ { words, members, currency },
) {
  return {
    name: to ? (members.of(to)?.name ?? to.slice(-4)) : '',
    amount: formatAmount(amount, currency, words.locale),
  };
}
