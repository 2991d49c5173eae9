// What the figures do not say. It closes the page and every print of it.

import { html } from 'lit';

const LINES = ['city', 'cause', 'basket', 'readings', 'hidden', 'unmeasured'];

/** @param {import('./cell-text.js').View} view */
export function notSaid({ report, words }) {
  const { all, hidden } = report.count();
  const values = { hidden: words.number(hidden), all: words.number(all) };
  return html`
    <section class="not-said" aria-labelledby="not-said">
      <h2 id="not-said">${words.t('not-said.title')}</h2>
      <ul>
        ${LINES.map((line) => html`<li>${words.t(`not-said.${line}`, values)}</li>`)}
      </ul>
    </section>
  `;
}
