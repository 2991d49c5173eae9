// All of a report below its headline: it comes once the headline stands. Knows which table is shown where, and of what.

import { html, nothing } from 'lit';
import { atRisk } from './at-risk.js';
import { booksFlow, isFollowed } from './books-flow.js';
import { filterText } from './cell-text.js';
import './city-chart.js';
import { chosenSummary } from './chosen-summaries.js';
import { cohortPicker } from './cohort-picker.js';
import { DRAWN, LISTED, MAPS, SECTIONS, WIDE } from './contents.js';
import './filter-bar.js';
import { notSaid } from './not-said.js';
import { Table } from './report.js';
import { summaryOf } from './summaries.js';
import { thresholds } from './thresholds.js';

export { Choice } from './choice.js';

/**
 * What the parts of it need.
 *
 * @typedef {object} Body
 * @property {import('./cell-text.js').View} view
 * @property {import('./address.js').Address} address
 * @property {import('./choice.js').Choice} choice
 * @property {(chosen: Partial<import('./address.js').Address>) => void} choose
 */

/** @param {Body} body */
export function reportBody(body) {
  return html`${SECTIONS.map(({ name, tables }) => section(name, tables, body))} ${thresholds(body.view)} ${notSaid(body.view)}`;
}

function section(/** @type {string} */ name, /** @type {string[]} */ ids, /** @type {Body} */ body) {
  const { report, words } = body.view;
  const tables = ids.map((id) => report.table(id)).filter((table) => table !== undefined);
  return tables.length === 0
    ? nothing
    : html`<section id=${name} aria-labelledby="${name}-title">
        <h2 id="${name}-title">${words.t(`part.${name}`)}</h2>
        <div class="charts">${tables.map((table) => chart(table, body))}</div>
      </section>`;
}

function chart(/** @type {import('./report.js').Table} */ whole, /** @type {Body} */ body) {
  const { view, choice } = body;
  const { table, by } = choice.of(whole);
  const simple = table.id === 'flow' && !isFollowed(table) ? booksFlow(table, view.report) : null;
  const isMapped = table.id === 'areas' && by.length === 0 && view.areas.size > 0;
  return html`<om-city-chart
    id="table-${table.id}"
    class=${WIDE.has(table.id) ? 'wide' : ''}
    ?drawn=${DRAWN.has(table.id) && !simple && !isMapped && (by.length === 0 || table.rows.length > 1)}
    ?listed=${LISTED.has(table.id)}
    .table=${simple ? withoutNote(table, view) : table}
    .view=${view}
    .scope=${scope(table, whole, by, body)}
    .summary=${by.length > 0 ? chosenSummary(table, view) : summaryOf(simple ?? table, view)}
  >
    ${simple && simple.rows.length > 0 ? booksPicture(simple, view) : nothing}
    ${table.id === 'retention' ? cohortPicker(table, body) : nothing}
    ${isMapped ? areaMap(table, view) : nothing}
    ${MAPS.has(table.id) && table.rows.length > 0 ? matrix(table, by, body) : nothing}
    ${table.id === 'retention' ? atRisk(table, view) : nothing}
  </om-city-chart>`;
}

/** Whose figures a table has, once somebody chose: of what was chosen, or of everybody. */
function scope(table, whole, /** @type {string[]} */ by, /** @type {Body} */ { view, address, choice }) {
  const { words } = view;
  if (choice.filters.length === 0) {
    return '';
  }
  return by.length === 0
    ? words.t('filter.whole')
    : words.t('filter.only', {
        names: by.map((name) => filterText(name, address[name], view)).join(' · '),
        shown: words.number(table.rows.length),
        all: words.number(whole.rows.length),
      });
}

/** All of who pays whom as a map, or one row and column of it. */
function matrix(table, /** @type {string[]} */ by, /** @type {Body} */ { view, address }) {
  if (by.length === 1) {
    import('./pictures/matrix-cross.js');
    return html`<om-matrix-cross .one=${address[by[0]]} .table=${table} .view=${view}></om-matrix-cross>`;
  }
  import('./pictures/matrix-map.js');
  return html`<om-matrix-map .table=${table} .view=${view}></om-matrix-map>`;
}

/** A public note tells how the table was filled that is hidden; an auditor's why there is nothing in it. */
function withoutNote(table, /** @type {import('./cell-text.js').View} */ { report }) {
  return report.tier === 'public' ? new Table({ ...table, note: null }) : table;
}

/** The element comes with what draws, as for every picture. */
function booksPicture(table, view) {
  import('./pictures/chart-picture.js');
  const title = table.title[view.words.language];
  return html`<om-chart-picture
    .table=${table}
    .view=${view}
    .label=${view.words.t('city.picture-of-books', { title })}
  ></om-chart-picture>`;
}

/** Where the neighbourhoods are, if the operator's file tells. */
function areaMap(table, view) {
  import('./pictures/area-map.js');
  return html`<om-area-map .table=${table} .view=${view}></om-area-map>`;
}
