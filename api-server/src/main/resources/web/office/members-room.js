import { html, nothing } from 'lit';
import './application-list.js';
import './batch-form.js';
import './member-search.js';
import './retention-foresight.js';

/** Who takes part, and who wants to. @param {import('./rooms.js').Office} office */
export const room = ({ client, members, currency, words, rights }) => html`
  <om-application-list
    .client=${client}
    .circuit=${currency.name}
    .words=${words}
    .mayDecide=${rights.includes('operate')}
  ></om-application-list>
  <om-member-search
    .client=${client}
    .members=${members}
    .words=${words}
    .mayChange=${rights.includes('operate')}
  ></om-member-search>
  ${rights.includes('operate')
    ? html`<om-batch-form .client=${client} .circuit=${currency.name} .words=${words}></om-batch-form>`
    : nothing}
  <om-retention-foresight .client=${client} .currency=${currency} .words=${words}></om-retention-foresight>
`;
