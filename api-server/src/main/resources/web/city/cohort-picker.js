// Which money's stay is drawn: all of it, or what came in a quarter or by a programme.

import { html, nothing } from 'lit';
import { filterText } from './cell-text.js';
import { ALL, cohortShown } from './cohorts.js';
import './labelled-select.js';

/** Cohorts that everybody's money is in. */
const OF_ALL = [ALL, 'period'];

const GROUPS = [
  { name: 'city.length-quarter', has: (/** @type {string} */ cohort) => /^\d{4}-Q[1-4]$/.test(cohort) },
  { name: 'part.programmes', has: (/** @type {string} */ cohort) => !OF_ALL.includes(cohort) },
];

/** @param {import('./report.js').Table} table of retention @param {import('./report-body.js').Body} body */
export function cohortPicker(table, { view, address, choose }) {
  const cohorts = table.values('cohort');
  const groupOf = (/** @type {string} */ cohort) => {
    const group = GROUPS.find(({ has }) => has(cohort));
    return group ? view.words.t(group.name) : undefined;
  };
  const inOrder = [...OF_ALL.filter((each) => cohorts.includes(each)), ...cohorts.filter((each) => !OF_ALL.includes(each))];
  return cohorts.length < 2
    ? nothing
    : html`<om-labelled-select
        slot="first"
        class="cohorts"
        .label=${view.words.t('city.cohort')}
        .choices=${inOrder.map((value) => ({ value, text: filterText('cohort', value, view), group: groupOf(value) }))}
        .chosen=${cohortShown(table, view)}
        @chosen=${(/** @type {any} */ { detail }) => choose({ cohort: detail === ALL && !address.programme ? '' : detail })}
      ></om-labelled-select>`;
}
