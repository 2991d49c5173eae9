import { html } from 'lit';
import './latest-entries.js';

/** The journal as an auditor reads it. @param {import('./rooms.js').Office} office */
export const room = ({ client, currency, words }) => html`
  <p><a href="/city">${words.t('office.city')}</a></p>
  <om-latest-entries .client=${client} .currency=${currency} .words=${words}></om-latest-entries>
`;
