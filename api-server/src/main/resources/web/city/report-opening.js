// The parts of a report that come first: whether it closes, what one euro did, and the headline's figures. All of them are of
// the whole circuit.

import { html, nothing } from 'lit';
import './closing-line.js';
import './headline-tiles.js';
import { oneEuroText } from './one-euro.js';

/** What opens into its table is plain words until that comes. */
const PARTS = {
  closing: (table, view) => html`<om-city-chart class="wide" untitled .table=${table} .view=${view}>
    <om-closing-line .table=${table} .view=${view}></om-closing-line>
  </om-city-chart>`,
  'one-euro': (table, view) => html`<om-city-chart class="wide" untitled .table=${table} .view=${view}>
    ${table.rows.length > 0 ? html`<p class="large">${oneEuroText(table, view)}</p>` : nothing}
  </om-city-chart>`,
  headline: (table, view) => html`<om-headline-tiles class="wide" .table=${table} .view=${view}></om-headline-tiles>`,
};

/** @param {import('./cell-text.js').View} view @param {boolean} saysWhole whether it has to be said that they are of all */
export function reportOpening(view, saysWhole) {
  return Object.entries(PARTS).map(([name, content]) => {
    const table = view.report.table(name);
    return table ? part(name, content(table, view), view, saysWhole) : nothing;
  });
}

function part(name, content, { words }, saysWhole) {
  return html`<section id=${name} aria-labelledby="${name}-title">
    <h2 id="${name}-title">${words.t(`part.${name}`)}</h2>
    ${saysWhole ? html`<p class="scope">${words.t('filter.whole')}</p>` : nothing}
    <div class="charts">${content}</div>
  </section>`;
}
