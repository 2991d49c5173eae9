import { html } from 'lit';
import './bank-desk.js';

/** What the bank says, and what follows from it. @param {import('./rooms.js').Office} office */
export const room = ({ client, members, currency, words, rights }) => html`
  <om-bank-desk
    .client=${client}
    .members=${members}
    .currency=${currency}
    .words=${words}
    .rights=${rights}
  ></om-bank-desk>
`;
