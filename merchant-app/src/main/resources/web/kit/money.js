// Amounts of money. Everywhere else an amount is an integer in minor units, 0 … 2^53−1; this file
// alone turns one into text and text into one, digit by digit: no fraction is ever computed.

/**
 * @typedef {object} Currency as GET /v1/currency has it
 * @property {string} unit its name: 'euro'
 * @property {string} symbol '€'
 * @property {number} scale digits behind the comma: 2
 */

/**
 * An amount as it is printed: '€ 1.234,50' in Dutch, '€1,234.50' in English.
 *
 * @param {number} amount in minor units
 * @param {Currency} currency
 * @param {string} locale such as 'nl-NL'
 */
export function formatAmount(amount, currency, locale) {
  const { sign, symbol, whole, fraction } = amountParts(amount, currency, locale);
  return sign + symbol + whole + fraction;
}

/**
 * The same in parts, for a screen that sets the cents smaller.
 *
 * @param {number} amount in minor units
 * @param {Currency} currency
 * @param {string} locale
 * @returns {{sign: string, symbol: string, whole: string, fraction: string}} the symbol with the
 *     space that the locale puts behind it; the fraction with its comma, empty at scale 0
 */
export function amountParts(amount, currency, locale) {
  const digits = decimal(Math.abs(amount), currency.scale);
  // As text: a number this large with cents behind it would lose them.
  const parts = new Intl.NumberFormat(locale, {
    minimumFractionDigits: currency.scale,
    maximumFractionDigits: currency.scale,
  }).formatToParts(/** @type {any} */ (digits));
  const text = (/** @type {string[]} */ ...types) =>
    parts.filter((part) => types.includes(part.type)).map((part) => part.value).join('');
  return {
    sign: amount < 0 ? '−' : '',
    symbol: currency.symbol + gapAfterSymbol(locale),
    whole: text('integer', 'group'),
    fraction: text('decimal', 'fraction'),
  };
}

/**
 * An amount as a screen reader should say it: '12 euro 50', '1 euro', '0 euro 05'.
 *
 * @param {number} amount in minor units
 * @param {Currency} currency
 */
export function spokenAmount(amount, currency) {
  const [whole, fraction = ''] = decimal(Math.abs(amount), currency.scale).split('.');
  const cents = /[1-9]/.test(fraction) ? ` ${fraction}` : '';
  return `${amount < 0 ? '−' : ''}${whole} ${currency.unit}${cents}`;
}

/**
 * The amount that a person typed: '12,5', '1.234,50', '€ 7' in Dutch.
 *
 * @param {string} text
 * @param {Currency} currency
 * @param {string} locale
 * @returns {number | null} minor units; null if the text is no amount, has too many digits behind
 *     the comma, groups its digits wrongly, or does not fit in 2^53−1
 */
export function parseAmount(text, currency, locale) {
  const { comma, dot } = separators(locale);
  const typed = text.replace(currency.symbol, '').replace(/[\s\u00a0\u202f]/g, '');
  const fraction = currency.scale > 0 ? `(?:\\${comma}(\\d{1,${currency.scale}}))?` : '';
  const match = new RegExp(`^(\\d{1,3}(?:\\${dot}\\d{3})+|\\d+)${fraction}$`).exec(typed);
  if (!match) {
    return null;
  }
  const digits = match[1].replaceAll(dot, '') + (match[2] ?? '').padEnd(currency.scale, '0');
  const amount = Number(digits);
  return Number.isSafeInteger(amount) ? amount : null;
}

/** Minor units as digits with a dot: 1250 at scale 2 is '12.50'. */
function decimal(/** @type {number} */ amount, /** @type {number} */ scale) {
  const digits = String(amount).padStart(scale + 1, '0');
  const point = digits.length - scale;
  return scale === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Intl knows the space only for currencies of states, so a euro shows where it goes. */
function gapAfterSymbol(/** @type {string} */ locale) {
  const parts = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).formatToParts(1);
  const symbol = parts.findIndex((part) => part.type === 'currency');
  const next = parts[symbol + 1];
  return next?.type === 'literal' ? next.value : '';
}

function separators(/** @type {string} */ locale) {
  const parts = new Intl.NumberFormat(locale, { useGrouping: true }).formatToParts(12345.6);
  const of = (/** @type {string} */ type) => parts.find((part) => part.type === type)?.value ?? '';
  return { comma: of('decimal'), dot: of('group') };
}

/**
 * Reads an amount as people type it: '12,50', '12.5' or '12'.
 *
 * @param {string} text
 * @param {Currency} currency
 * @returns {number | null} in minor units; null if it is no amount above zero
 */
export function readAmount(text, { scale }) {
  const typed = /^(\d{1,7})(?:[.,](\d+))?$/.exec(text.trim());
  if (!typed || (typed[2] ?? '').length > scale) {
    return null;
  }
  return Number(typed[1] + (typed[2] ?? '').padEnd(scale, '0')) || null;
}
