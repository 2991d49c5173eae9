// Amounts that are read for their size; cents stand in the table. No DOM.

import { cellText } from './cell-text.js';
import { known } from './report.js';

/**
 * What a cell says of its amount, rounded to whole units as on paper.
 *
 * @param {any} cell
 * @param {import('./report.js').Column} column
 * @param {import('./report.js').Table} table
 * @param {import('./cell-text.js').View} view
 */
export function wholeAmount(cell, column, table, view) {
  const unit = 10 ** view.currency.scale;
  const rounded = known(cell) === null ? cell : Math.round(cell / unit) * unit;
  return cellText(rounded, column, table, view).replace(/[.,]0+$/, '');
}
