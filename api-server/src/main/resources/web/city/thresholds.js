// By which limits a public report shows a figure, or else an x. They are the circuit's own policy.

import { html, nothing } from 'lit';
import { formatAmount } from '../kit/money.js';

const LINES = ['units', 'largest', 'protection', 'room', 'rounding', 'curves'];

/** @param {import('./cell-text.js').View} view */
export function thresholds({ report, currency, words }) {
  const limits = report.thresholds;
  if (limits === null) {
    return nothing; // an auditor's report hides nothing
  }
  const values = { ...limits, amountStep: formatAmount(limits.amountStep, currency, words.locale) };
  return html`
    <section id="thresholds" class="not-said" aria-labelledby="thresholds-title">
      <h2 id="thresholds-title">${words.t('thresholds.title')}</h2>
      <p class="large">${words.t('thresholds.lead')}</p>
      <ul>
        ${LINES.map((line) => html`<li>${words.t(`thresholds.${line}`, values)}</li>`)}
      </ul>
      <p class="scope">${words.t('thresholds.policy')}</p>
    </section>
  `;
}
