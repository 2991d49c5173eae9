import { html, nothing } from 'lit';
import './credit-form.js';
import './legal-meters.js';
import './programme-list.js';
import './rule-history.js';
import './rule-list.js';

/** What holds, what is coming, and what the law counts. @param {import('./rooms.js').Office} office */
export const room = ({ client, members, currency, words, rights }) => {
  const maySign = rights.includes('operate') || rights.includes('approve');
  return html`
    <om-legal-meters .client=${client} .currency=${currency} .words=${words}></om-legal-meters>
    <om-rule-list .client=${client} .currency=${currency} .words=${words} .maySign=${maySign}></om-rule-list>
    ${maySign
      ? html`<om-credit-form .client=${client} .members=${members} .currency=${currency} .words=${words}></om-credit-form>`
      : nothing}
    <om-rule-history .client=${client} .currency=${currency} .words=${words}></om-rule-history>
    <om-programme-list
      .client=${client}
      .members=${members}
      .currency=${currency}
      .words=${words}
      .maySign=${maySign}
      .mayOpen=${rights.includes('operate')}
    ></om-programme-list>
  `;
};
