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
 *
 * @typedef {{members: import('../kit/members.js').Members, currency: import('../kit/ledger-client.js').CurrencyFacts,
 *   words: import('../kit/i18n.js').Words}} Told
 */

const SECONDS_PER_DAY = 86_400;
const POINTS = 10_000;
const MOST_PARTNERS = 20;

/** @param {string} origin @param {Programme} programme */
export function programmeOrder(origin, { account, programme, budget, starts, ends, perPerson, partners, bonusBasisPoints, areas, sectors }) {
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
  };
}

/** The same, over from now on: one operator may sign it. @param {string} origin @param {Programme} programme */
export function endingOrder(origin, programme) {
  const order = programmeOrder(origin, programme);
  return { ...order, ends: Math.max(order.starts, order.iat) };
}

/** An order as the API has it. @param {any} order @returns {Programme} */
export const readOrder = ({ from, programme, budget, starts, ends, perPerson, partners, bonusBasisPoints, areas, sectors }) => ({
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
  };
  const isShared = partners.length > 0 || percent > 0;
  const wrong = Object.entries({
    account: programme.account === '',
    programme: !/^[a-z0-9-]{1,40}$/.test(programme.programme),
    budget: programme.budget === 0,
    ends: !ends || ends <= programme.starts,
    perPerson: programme.perPerson === 0 || (isShared && !programme.perPerson),
    partners: partners.includes('') || programme.partners.length > MOST_PARTNERS,
    bonus: !(percent >= 0 && percent <= 100),
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

/** The last whole day before a programme is over. @param {string} ends */
const lastDay = (ends) => new Date(new Date(ends).getTime() - 1000);

/** What it says, line by line: a word and what stands behind it. @param {Programme} programme @param {Told} told @returns {[string, string][]} */
export function programmeLines(programme, { members, currency, words }) {
  const t = words.t.bind(words);
  const money = (/** @type {number} */ amount) => formatAmount(amount, currency, words.locale);
  const { budget, starts, ends, perPerson, partners, bonusBasisPoints, areas, sectors } = programme;
  const day = (/** @type {Date} */ date) => new Intl.DateTimeFormat(words.locale, { dateStyle: 'long' }).format(date);
  const isOver = new Date(ends) <= new Date(new Date(starts).getTime() + SECONDS_PER_DAY);
  /** @type {[string, string][]} */
  const lines = [
    [t('laid.account'), programme.account],
    [t('laid.budget'), money(budget)],
    [t('laid.days'), isOver ? words.dateAndTime(new Date(ends)) : `${day(new Date(starts))} – ${day(lastDay(ends))}`],
  ];
  if (perPerson) {
    lines.push([t('laid.per-person'), money(perPerson)]);
    lines.push([t('laid.people'), words.number(Math.floor(budget / perPerson))]);
  }
  if (partners.length > 0) {
    lines.push([t('laid.partners'), partners.map((each) => members.of(each)?.name ?? each).join(', ')]);
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
  }
  if (areas.length > 0) {
    lines.push([t('laid.areas'), areas.join(', ')]);
  }
  if (sectors.length > 0) {
    lines.push([t('laid.sectors'), sectors.join(', ')]);
  }
  return lines;
}
