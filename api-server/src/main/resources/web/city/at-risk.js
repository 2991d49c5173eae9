// How much money had come to each age: beside a curve, so that nobody trusts its end too much.

import { html, nothing } from 'lit';
import { cohortShown } from './cohorts.js';
import { HIDDEN } from './report.js';
import { wholeAmount } from './whole-amount.js';

const AGES = [0, 30, 90, 180, 270, 365];

/** @param {import('./report.js').Table} table of retention @param {import('./cell-text.js').View} view */
export function atRisk(table, view) {
  const lines = table.where({ cohort: cohortShown(table, view), rule: 'mixed' }).filter(({ age }) => AGES.includes(age));
  const column = table.columns.find(({ id }) => id === 'at_risk');
  if (lines.length === 0) {
    return nothing;
  }
  const amounts = lines.every(({ at_risk: amount }) => amount === HIDDEN)
    ? view.words.t('city.hidden')
    : lines.map(({ age, at_risk: amount }) => html`<span>${age} d ${said(amount, column, table, view)}</span> `);
  return html`<p class="at-risk">${column.name[view.words.language]}: ${amounts}</p>`;
}

function said(amount, column, table, view) {
  return amount === HIDDEN ? HIDDEN : wholeAmount(amount, column, table, view);
}
