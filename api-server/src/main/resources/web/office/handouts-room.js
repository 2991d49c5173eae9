import { html } from 'lit';
import './batch-list.js';
import './hand-out-form.js';

/** A programme's own room: whom it hands out to, signed by two of its people. @param {import('./rooms.js').Office} office */
export const room = ({ client, members, currency, words }) => html`
  <om-batch-list .client=${client} .members=${members} .currency=${currency} .words=${words}></om-batch-list>
  <om-hand-out-form
    .client=${client}
    .members=${members}
    .currency=${currency}
    .words=${words}
    @proposed=${listAnew}
  ></om-hand-out-form>
`;

/** What somebody has just laid ready is seen at once. @param {Event} event */
function listAnew({ target }) {
  const list = /** @type {HTMLElement} */ (target).parentElement?.querySelector('om-batch-list');
  /** @type {import('./batch-list.js').BatchList} */ (list).refresh();
}
