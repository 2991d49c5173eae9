// What each table says in a sentence or two, in the reader's language: for who does not see its picture, and for who has
// no time for it. Nothing is said of what is hidden or cannot be told. No DOM.

import { formatAmount } from '../kit/money.js';
import { shareText, wordText } from './cell-text.js';
import { cohortShown } from './cohorts.js';
import { HIDDEN, known } from './report.js';

const HALF_A_YEAR = 180;

/** @type {Record<string, (table: import('./report.js').Table, say: Say) => string>} */
const SUMMARIES = {
  retention,
  'exit-curves': exitCurves,
  flow: (table, say) => flow(table, 'summary.flow', say),
  'books-flow': (table, say) => flow(table, 'summary.books-flow', say),
  exits: (table, say) => say.largest(table.lines, 'amount', 'purpose', 'summary.exits'),
  sectors: (table, say) => say.largest(table.lines, 'redeemed_share', 'sector', 'summary.sectors'),
  'sector-matrix': (table, say) => say.largestPair(table, 'summary.sector-matrix'),
  'missing-suppliers': (table, say) => say.largest(table.lines, 'amount', 'sector', 'summary.missing-suppliers'),
  areas: (table, say) => say.largest(table.lines, 'own_share', 'area', 'summary.areas'),
  'area-matrix': (table, say) => say.largestPair(table, 'summary.area-matrix'),
  distribution,
  lorenz: (_, say) => say.words.t('summary.lorenz'),
  fund,
  provisions: (table, say) => say.total(table, 'share', 'summary.provisions'),
  roles: (table, say) => say.largest(table.lines, 'share', 'role', 'summary.roles'),
  programmes: (table, say) => say.words.t('summary.programmes', { count: table.values('programme').length }),
  schemes: (table, { words }) => words.t('summary.schemes') + (table.where({ scheme: 'baseline' })[0] ? '' : ` ${words.t('summary.no-baseline')}`),
  quality: (_, say) => say.words.t('summary.quality'),
};

/**
 * @param {import('./report.js').Table} table
 * @param {import('./cell-text.js').View} view
 * @returns {string} empty where there is nothing to say
 */
export function summaryOf(table, view) {
  return table.rows.length > 0 ? (SUMMARIES[table.id]?.(table, new Say(view)) ?? '') : '';
}

/** Says figures in words. */
class Say {
  /** @param {import('./cell-text.js').View} view */
  constructor(view) {
    this.view = view;
    this.words = view.words;
  }

  amount(/** @type {number} */ amount) {
    return formatAmount(amount, this.view.currency, this.words.locale);
  }

  share(/** @type {number} */ share) {
    return shareText(share, this.view);
  }

  /** The line with the largest figure, by its name. */
  largest(lines, figure, name, key) {
    const [most] = lines.filter((line) => known(line[figure]) > 0).sort((one, other) => other[figure] - one[figure]);
    if (!most) {
      return '';
    }
    const text = this.words.t(key, {
      name: wordText(most[name], name, key.slice('summary.'.length), this.view),
      amount: typeof most.amount === 'number' ? this.amount(most.amount) : '',
      share: figure === 'amount' ? '' : this.share(most[figure]),
      days: most.age ?? '',
    });
    return this.#ofShown(text, lines, figure);
  }

  /** A hidden line may have more than the largest of those that are shown. */
  #ofShown(text, lines, figure) {
    return lines.some((line) => line[figure] === HIDDEN) ? `${text} ${this.words.t('summary.of-shown')}` : text;
  }

  largestPair(table, key) {
    const [most] = table.lines
      .filter((line) => known(line.amount) > 0)
      .sort((one, other) => other.amount - one.amount);
    if (!most) {
      return '';
    }
    const side = (/** @type {string} */ column) => wordText(most[column], column, table.id, this.view);
    const text = this.words.t(key, { payer: side('payer'), payee: side('payee'), amount: this.amount(most.amount) });
    return this.#ofShown(text, table.lines, 'amount');
  }

  total(table, figure, key) {
    const sum = sumOf(table.lines, figure);
    return sum === null ? '' : this.words.t(key, { share: this.share(sum) });
  }
}

/** What a column adds up to; nothing where a part of it is hidden or cannot be told. */
function sumOf(lines, column) {
  const figures = lines.map((/** @type {any} */ line) => known(line[column]));
  return figures.includes(null) ? null : figures.reduce((/** @type {number} */ sum, figure) => sum + figure, 0);
}

function exitCurves(table, say) {
  return say.largest(table.where({ rule: 'mixed', age: lastAge(table) }), 'share', 'purpose', 'summary.exit-curves');
}

function lastAge(table) {
  return Math.max(...table.lines.filter(({ share }) => known(share) !== null).map(({ age }) => age));
}

function retention(table, say) {
  const lines = table.where({ cohort: cohortShown(table, say.view), age: HALF_A_YEAR }).filter(({ inside }) => known(inside) !== null);
  if (lines.length === 0) {
    return '';
  }
  const shares = lines.map(({ rule, inside }) => `${say.words.t(`rule.${rule}`)} ${say.share(inside)}`);
  return say.words.t('summary.retention', { shares: shares.join(', ') });
}

function flow(table, key, say) {
  const inside = sumOf(table.where({ to: 'inside' }), 'share');
  return inside ? say.words.t(key, { share: say.share(inside) }) : '';
}

function distribution(table, say) {
  const line = table.line({ measure: 'gini-holdings' });
  return known(line?.value) === null ? '' : say.words.t('summary.distribution', { value: say.words.number(line.value, 2) });
}

function fund(table, say) {
  const [contributed, levied, granted] = ['contributed', 'levied', 'granted'].map((column) => sumOf(table.lines, column));
  if (contributed === null || levied === null || granted === null) {
    return '';
  }
  return say.words.t('summary.fund', { received: say.amount(contributed + levied), granted: say.amount(granted) });
}
