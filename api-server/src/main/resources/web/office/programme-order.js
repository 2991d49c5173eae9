// What a programme may hand out, as two operators sign it: from what was typed to an order, and back.

import { formatAmount, parseAmount } from '../kit/money.js';
import { terms } from '../kit/orders.js';

/**
 * @typedef {object} Programme as the API has it
 * @property {string} account
 * @property {string} programme
 * @property {number} budget in minor units
 * @property {string} starts
 * @property {string} ends
 * @property {number} [perPerson] in minor units
 * @property {string[]} partners
 * @property {number} bonusBasisPoints
 * @property {string[]} areas
 * @property {string[]} sectors
 * @property {string} [spendUntil] there where areas or sectors are
 *
 * @typedef {{members: import('../kit/members.js').Members, currency: import('../kit/ledger-client.js').CurrencyFacts,
 *   words: import('../kit/i18n.js').Words}} Told
 */

const POINTS = 10_000;
const MOST_PARTNERS = 20;

/** @param {string} origin @param {Programme} programme */
export function programmeOrder(origin, { account, programme, budget, starts, ends, perPerson, partners, bonusBasisPoints, areas, sectors, spendUntil }) {
  return {
    ...terms(origin, 'programme'),
    from: account,
    programme,
    budget,
    starts: seconds(starts),
    ends: seconds(ends),
    ...(perPerson ? { perPerson } : {}),
    ...(partners.length > 0 ? { partners } : {}),
    ...(bonusBasisPoints > 0 ? { bonusBasisPoints } : {}),
    ...(areas.length > 0 ? { areas } : {}),
    ...(sectors.length > 0 ? { sectors } : {}),
    ...(spendUntil ? { spendUntil: seconds(spendUntil) } : {}),
  };
}

/** The same, over from now on: one operator may sign it. @param {string} origin @param {Programme} programme */
export function endingOrder(origin, programme) {
  const order = programmeOrder(origin, programme);
  return { ...order, ends: Math.max(order.starts, order.iat) };
}

/** An order as the API has it. @param {any} order @returns {Programme} */
export const readOrder = ({ from, programme, budget, starts, ends, perPerson, partners, bonusBasisPoints, areas, sectors, spendUntil }) => ({
  account: from,
  programme,
  budget,
  starts: new Date(starts * 1000).toISOString(),
  ends: new Date(ends * 1000).toISOString(),
  perPerson,
  partners: partners ?? [],
  bonusBasisPoints: bonusBasisPoints ?? 0,
  areas: areas ?? [],
  sectors: sectors ?? [],
  ...(spendUntil ? { spendUntil: new Date(spendUntil * 1000).toISOString() } : {}),
});

const seconds = (/** @type {string} */ time) => Math.floor(new Date(time).getTime() / 1000);

/**
 * What somebody typed.
 *
 * @param {FormData} fields
 * @param {Told} told
 * @returns {{programme: Programme, wrong: string[]}} wrong: names of fields that were not understood
 */
export function readProgramme(fields, { members, currency, words }) {
  const typed = (/** @type {string} */ name) => String(fields.get(name) ?? '').trim();
  const amount = (/** @type {string} */ name) => parseAmount(typed(name), currency, words.locale) ?? 0;
  const partners = typed('partners')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => accountOf(line, members));
  const percent = Number((typed('bonus') || '0').replace(',', '.'));
  const starts = dayStart(typed('starts'));
  const ends = dayStart(typed('ends'), 1);
  const isEarmarked = typed('areas') !== '' || typed('sectors') !== '';
  const spendUntil = isEarmarked ? dayStart(typed('spendUntil'), 1) : undefined;
  const programme = {
    account: typed('account'),
    programme: typed('programme'),
    budget: amount('budget'),
    starts: starts ?? new Date().toISOString(),
    ends: ends ?? '',
    ...(typed('perPerson') ? { perPerson: amount('perPerson') } : {}),
    partners: sorted(partners),
    bonusBasisPoints: Math.round(percent * 100),
    areas: sorted(typed('areas').split(/\s+/)),
    sectors: sorted(typed('sectors').split(/\s+/)),
    ...(spendUntil ? { spendUntil } : {}),
  };
  const isShared = partners.length > 0 || percent > 0;
  const wrong = Object.entries({
    account: programme.account === '',
    programme: !/^[a-z0-9-]{1,40}$/.test(programme.programme),
    budget: programme.budget === 0,
    ends: !ends || ends <= programme.starts,
    perPerson: programme.perPerson === 0 || (isShared && !programme.perPerson),
    partners: partners.includes('') || programme.partners.length > MOST_PARTNERS,
    bonus: !(percent >= 0 && percent <= 100) || (percent > 0 && partners.length > 0),
    spendUntil: isEarmarked && (!spendUntil || spendUntil < (ends ?? '')),
  })
    .filter(([, isWrong]) => isWrong)
    .map(([name]) => name);
  return { programme, wrong };
}

const sorted = (/** @type {string[]} */ texts) => [...new Set(texts.filter(Boolean))].sort();

/** By trade name or id; empty for neither. @param {string} said @param {import('../kit/members.js').Members} members */
function accountOf(said, members) {
  const named = members.all.filter(({ name }) => name.toLowerCase() === said.toLowerCase());
  return named.length === 1 ? named[0].account : members.of(said) ? said : '';
}

/** When a day begins here. @param {string} date such as '2026-12-01' @param {number} [later] in days */
function dayStart(date, later = 0) {
  const [year, month, day] = date.split('-').map(Number);
  return date ? new Date(year, month - 1, day + later).toISOString() : undefined;
}

/** Trade names may be shared, accounts are not. @param {string} account @param {import('../kit/members.js').Members} members */
function namedAccount(account, members) {
  const name = members.of(account)?.name;
  return name ? `${name} (${account})` : account;
}

const isMidnight = (/** @type {Date} */ date) => date.getHours() + date.getMinutes() + date.getSeconds() === 0;

/** What it says, line by line: a word and what stands behind it. @param {Programme} programme @param {Told} told @returns {[string, string][]} */
export function programmeLines(programme, { members, currency, words }) {
  const t = words.t.bind(words);
  const money = (/** @type {number} */ amount) => formatAmount(amount, currency, words.locale);
  const { budget, starts, ends, perPerson, partners, bonusBasisPoints, areas, sectors, spendUntil } = programme;
  const day = (/** @type {Date} */ date) => new Intl.DateTimeFormat(words.locale, { dateStyle: 'long' }).format(date);
  /** The last whole day before a moment, or the moment itself where it ends within a day. */
  const until = (/** @type {Date} */ end) => (isMidnight(end) ? day(new Date(end.getTime() - 1000)) : words.dateAndTime(end));
  /** @type {[string, string][]} */
  const lines = [
    [t('laid.account'), programme.account],
    [t('laid.budget'), money(budget)],
    [t('laid.days'), `${day(new Date(starts))} – ${until(new Date(ends))}`],
  ];
  if (perPerson) {
    lines.push([t('laid.per-person'), money(perPerson)]);
    lines.push([t('laid.people'), words.number(Math.floor(budget / perPerson))]);
  }
  if (partners.length > 0) {
    lines.push([t('laid.partners'), partners.map((each) => namedAccount(each, members)).join(', ')]);
  }
  if (bonusBasisPoints > 0) {
    lines.push([
      t('laid.bonus'),
      t('laid.bonus-says', {
        percent: words.percent(bonusBasisPoints / POINTS, 2),
        top: money(5_000),
        extra: money(Math.floor((5_000 * bonusBasisPoints) / POINTS)),
      }),
    ]);
    if (!spendUntil) {
      lines.push([t('laid.bonus-cash'), t('laid.bonus-cash-says')]);
    }
  }
  if (areas.length > 0) {
    lines.push([t('laid.areas'), areas.join(', ')]);
  }
  if (sectors.length > 0) {
    lines.push([t('laid.sectors'), sectors.join(', ')]);
  }
  if (spendUntil) {
    lines.push([t('laid.spend-until'), until(new Date(spendUntil))]);
  }
  return lines;
}
