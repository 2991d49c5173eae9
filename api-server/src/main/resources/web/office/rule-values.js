// The currency's own rules as a treasurer reads and types them: in groups, each in words.

import { readIban } from '../kit/iban.js';
import { formatAmount, parseAmount } from '../kit/money.js';

/**
 * @typedef {'amount' | 'share' | 'flag' | 'redemption' | 'account' | 'prefixes' | 'hours' | 'count' | 'year' | 'factor' | 'iban' | 'payee'} Form
 * @typedef {{currency: import('../kit/ledger-client.js').CurrencyFacts, words: import('../kit/i18n.js').Words}} Told
 */

/** By group, in the order in which they are asked after. @type {Record<string, Record<string, Form>>} */
export const GROUPS = {
  wallets: {
    balanceCapResident: 'amount',
    balanceCapOrganisation: 'amount',
    topUpPerMonthUnidentified: 'amount',
    topUpPerMonthIdentified: 'amount',
  },
  paying: {
    paymentPerOrderResident: 'amount',
    paymentPerDayResident: 'amount',
    paymentPerOrderOrganisation: 'amount',
    paymentPerDayOrganisation: 'amount',
    giftsBetweenResidents: 'flag',
  },
  redemption: {
    redemptionByResidents: 'redemption',
    redemptionByOrganisations: 'flag',
    redemptionFeeBasisPoints: 'share',
  },
  reserve: { reserveIban: 'iban', reserveName: 'payee' },
  two: { twoSignaturesAbove: 'amount', keyRecoverySeconds: 'hours' },
  places: { acceptorAreas: 'prefixes', acceptorSectors: 'prefixes' },
  fund: {
    fundAccount: 'account',
    contributionBasisPoints: 'share',
    demurrageBasisPoints: 'share',
    demurrageFreeAmount: 'amount',
  },
  disclosure: {
    disclosureUnits: 'count',
    disclosureLargestPercent: 'count',
    disclosureProtectionPercent: 'count',
    disclosureRoomPercent: 'count',
    disclosureAmountStep: 'count',
    disclosureCountStep: 'count',
    disclosureCurveEntries: 'count',
    disclosureCurveUnits: 'count',
  },
  baseline: {
    baselineYear: 'year',
    baselineSpentLocallyBasisPoints: 'share',
    baselineLeakedBasisPoints: 'share',
    baselineLm3Hundredths: 'factor',
  },
};

/** Settings that an order names all or none of. */
const WHOLE = ['baseline'];

const SECONDS_PER_HOUR = 3_600;

/** As SEPA has it. */
const LONGEST_PAYEE = 70;

const FORMS = Object.assign({}, ...Object.values(GROUPS));

/** @param {string} name a setting's @returns {Form} */
export const formOf = (name) => FORMS[name] ?? 'account';

/** A value in words. @param {string} name a setting's @param {any} value as the API has it @param {Told} told */
export function valueText(name, value, { currency, words }) {
  const form = formOf(name);
  if (value === null || value === '') {
    return words.t(form === 'amount' ? 'value.no-limit' : 'value.none');
  }
  switch (form) {
    case 'amount':
      return formatAmount(value, currency, words.locale);
    case 'share':
      return words.percent(value / 10_000, 2);
    case 'factor':
      return words.number(value / 100, 2);
    case 'hours':
      return words.t('value.hours', { hours: words.number(value / SECONDS_PER_HOUR, value % SECONDS_PER_HOUR ? 2 : 0) });
    case 'flag':
      return words.t(value ? 'value.yes' : 'value.no');
    case 'redemption':
      return words.t(`value.${value}`);
    case 'prefixes':
      return value.length === 0 ? words.t('value.all') : value.join(', ');
    case 'iban':
      return value.match(/.{1,4}/g).join(' ');
    default:
      return String(value);
  }
}

/** A value as it stands in a field. @param {string} name @param {any} value @param {Told} told @returns {string} */
export function typedText(name, value, told) {
  if (value === null) {
    return '';
  }
  switch (formOf(name)) {
    case 'amount':
      return valueText(name, value, told).replace(told.currency.symbol, '').trim();
    case 'share':
      return told.words.number(value / 100, value % 100 ? 2 : 0);
    case 'factor':
      return told.words.number(value / 100, 2);
    case 'hours':
      return String(value / SECONDS_PER_HOUR);
    case 'prefixes':
      return value.join(' ');
    default:
      return String(value);
  }
}

/**
 * What somebody typed.
 *
 * @param {string} name a setting's
 * @param {string} typed
 * @param {Told} told
 * @returns {any} undefined where it is none
 */
export function readValue(name, typed, { currency, words }) {
  const text = typed.trim();
  switch (formOf(name)) {
    case 'amount':
      return text === '' ? null : (parseAmount(text, currency, words.locale) ?? undefined);
    case 'share':
      return text === '' ? (name.startsWith('baseline') ? null : undefined) : hundredths(text, 10_000);
    case 'factor':
      return text === '' ? null : hundredths(text, 300);
    case 'hours':
      return /^\d{1,3}$/.test(text) ? Number(text) * SECONDS_PER_HOUR : undefined;
    case 'count':
      return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined;
    case 'year':
      return text === '' ? null : /^\d{4}$/.test(text) ? Number(text) : undefined;
    case 'flag':
      return text === 'true';
    case 'prefixes':
      return text === '' ? [] : text.split(/[\s,;]+/);
    case 'account':
      return text === '' ? null : text;
    case 'iban':
      return text === '' ? '' : (readIban(text) ?? undefined);
    case 'payee':
      return text.length <= LONGEST_PAYEE ? text : undefined;
    default:
      return text;
  }
}

/** Up to two digits behind a comma or a dot. @param {string} text @param {number} most @returns {number | undefined} */
function hundredths(text, most) {
  const typed = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text);
  const value = typed ? Number(typed[1] + (typed[2] ?? '').padEnd(2, '0')) : Infinity;
  return value <= most ? value : undefined;
}

/**
 * What a form would change.
 *
 * @param {string} group
 * @param {Record<string, any>} before the settings in force
 * @param {Record<string, any>} typed the group's settings as read
 * @returns {Record<string, any>} those that an order must name; none where nothing changes
 */
export function changesOf(group, before, typed) {
  const names = Object.keys(GROUPS[group]);
  const changed = names.filter((name) => JSON.stringify(typed[name]) !== JSON.stringify(before[name]));
  const named = WHOLE.includes(group) && changed.length > 0 ? names : changed;
  return Object.fromEntries(named.map((name) => [name, typed[name]]));
}
