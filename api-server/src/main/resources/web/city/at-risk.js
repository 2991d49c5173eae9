// How much money had come to each age: beside a curve, so that nobody trusts its end too much.

import { html, nothing } from 'lit';
import { cellText } from './cell-text.js';
import { cohortShown } from './cohorts.js';
import { HIDDEN } from './report.js';

const AGES = [0, 30, 90, 180, 270, 365];

/** @param {import('./report.js').Table} table of retention @param {import('./cell-text.js').View} view */
export function atRisk(table, view) {
  const lines = table.where({ cohort: cohortShown(table, view), rule: 'mixed' }).filter(({ age }) => AGES.includes(age));
  const column = table.columns.find(({ id }) => id === 'at_risk');
  return lines.length === 0
    ? nothing
    : html`<p class="at-risk">
        ${column.name[view.words.language]}:
        ${lines.map(({ age, at_risk: amount }) => html`<span>${age} d ${said(amount, column, table, view)}</span> `)}
      </p>`;
}

function said(amount, column, table, view) {
  return amount === HIDDEN ? HIDDEN : cellText(amount, column, table, view).replace(/[.,]\d\d$/, '');
}
