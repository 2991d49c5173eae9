import { html, nothing } from 'lit';
import './invitation-form.js';
import './member-desk.js';
import './meter-alarm.js';
import './proposal-list.js';
import './to-do-list.js';

/** What waits for somebody, and what is done for members every day. @param {import('./rooms.js').Office} office */
export const room = ({ client, members, currency, words, rights }) => html`
  <om-meter-alarm .client=${client} .currency=${currency} .words=${words}></om-meter-alarm>
  <om-to-do-list .client=${client} .members=${members} .currency=${currency} .words=${words}></om-to-do-list>
  <om-proposal-list
    .client=${client}
    .members=${members}
    .currency=${currency}
    .words=${words}
  ></om-proposal-list>
  ${rights.includes('operate')
    ? html`<om-member-desk
          .client=${client}
          .members=${members}
          .words=${words}
          @proposed=${listAnew}
        ></om-member-desk>
        <om-invitation-form .client=${client} .circuit=${currency.name} .words=${words}></om-invitation-form>`
    : nothing}
`;

/** What somebody has just laid ready is seen at once. @param {Event} event */
function listAnew({ target }) {
  const list = /** @type {HTMLElement} */ (target).parentElement?.querySelector('om-proposal-list');
  /** @type {import('./proposal-list.js').ProposalList} */ (list).refresh();
}
