import { html } from 'lit';
import './stuck-balances.js';
import './supply-gaps.js';

/** Where an introduction helps. @param {import('./rooms.js').Office} office */
export const room = ({ client, members, currency, words }) => html`
  <om-supply-gaps .client=${client} .members=${members} .currency=${currency} .words=${words}></om-supply-gaps>
  <om-stuck-balances .client=${client} .members=${members} .currency=${currency} .words=${words}></om-stuck-balances>
`;
