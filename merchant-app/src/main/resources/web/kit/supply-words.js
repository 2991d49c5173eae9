// Words about suppliers, beside those that every page has: fetched when they are wanted, as a first visit has no room for
// them.

import { loadWords } from './i18n.js';

const BY_PURPOSE = { energy: '35', premises: '68', housing: '68' };

/** @param {string} language @returns {Promise<{texts: Record<string, string>}>} with what divisions are called */
export async function supplyTexts(language) {
  const [own, divided] = await Promise.all([import(`./i18n/supply-${language}.js`), import(`./i18n/divisions-${language}.js`)]);
  return { texts: { ...own.texts, ...divided.texts } };
}

/** A language's words, with those about suppliers. @param {string} language @returns {Promise<import('./i18n.js').Words>} */
export const loadSupplyWords = (language) => loadWords(language, supplyTexts);

/**
 * What a division is called.
 *
 * @param {string} division such as '46', or '?'
 * @param {import('./i18n.js').Words} words with those about suppliers
 */
export const divisionName = (division, words) => words.known(`division.${division}`, 'supply.sector-unknown', division);

/** The divisions that somebody can buy from, by name. @param {import('./i18n.js').Words} words @returns {{value: string, text: string}[]} */
export function divisions(words) {
  return Array.from({ length: 97 }, (_, number) => String(number).padStart(2, '0'))
    .map((value) => ({ value, text: words.t(`division.${value}`) }))
    .filter(({ value, text }) => text !== `division.${value}`)
    .sort((one, other) => one.text.localeCompare(other.text, words.locale));
}

/** What a member sells. @param {string} [sector] such as 'SBI2008:47241' @returns {string} its division; empty where none is known */
export const divisionOf = (sector = '') => /(?:^|:)(\d\d)\d{0,3}$/.exec(sector)?.[1] ?? '';

/** What money for a purpose would buy, where the purpose says it. @param {string} purpose @returns {string} a division, or empty */
export const divisionFor = (purpose) => BY_PURPOSE[/** @type {keyof BY_PURPOSE} */ (purpose)] ?? '';
