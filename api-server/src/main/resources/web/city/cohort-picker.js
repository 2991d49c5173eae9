// Which money's stay is drawn: all of it, or what came in a quarter or by a programme.

import { html, nothing } from 'lit';
import { filterText } from './cell-text.js';
import { ALL, cohortShown } from './cohorts.js';
import './labelled-select.js';

/** @param {import('./report.js').Table} table of retention @param {import('./report-body.js').Body} body */
export function cohortPicker(table, { view, choose }) {
  const cohorts = table.values('cohort');
  const inOrder = [...cohorts.filter((each) => each === ALL), ...cohorts.filter((each) => each !== ALL)];
  return cohorts.length < 2
    ? nothing
    : html`<om-labelled-select
        slot="first"
        class="cohorts"
        .label=${view.words.t('city.cohort')}
        .choices=${inOrder.map((value) => ({ value, text: filterText('cohort', value, view) }))}
        .chosen=${cohortShown(table, view)}
        @chosen=${(/** @type {any} */ { detail }) => choose({ cohort: detail === ALL ? '' : detail })}
      ></om-labelled-select>`;
}
