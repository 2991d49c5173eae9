import { html } from 'lit';
import './audit-checks.js';
import './day-journal.js';
import './reserve-table.js';
import './trial-balance.js';

/** Whether the books are in order, and the books themselves. @param {import('./rooms.js').Office} office */
export const room = ({ client, members, currency, words }) => html`
  <om-reserve-table .client=${client} .members=${members} .currency=${currency} .words=${words}></om-reserve-table>
  <om-audit-checks .client=${client} .members=${members} .currency=${currency} .words=${words}></om-audit-checks>
  <om-trial-balance .client=${client} .members=${members} .currency=${currency} .words=${words}></om-trial-balance>
  <om-day-journal .client=${client} .members=${members} .currency=${currency} .words=${words}></om-day-journal>
`;
