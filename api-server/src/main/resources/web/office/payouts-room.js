import { html } from 'lit';
import './payout-batches.js';
import './payout-requests.js';

/** Money on its way out: what was asked for, and the batches it goes to the bank in. @param {import('./rooms.js').Office} office */
export const room = ({ client, members, currency, words, rights }) => html`
  <om-payout-requests
    .client=${client}
    .members=${members}
    .currency=${currency}
    .words=${words}
    .rights=${rights}
    @drafted=${listAnew}
  ></om-payout-requests>
  <om-payout-batches
    .client=${client}
    .members=${members}
    .currency=${currency}
    .words=${words}
    .rights=${rights}
    @freed=${askAnew}
  ></om-payout-batches>
`;

/** A batch that was just made is seen at once. @param {Event} event */
function listAnew({ target }) {
  look(target, 'om-payout-batches');
}

/** So is what somebody sent back. @param {Event} event */
function askAnew({ target }) {
  look(target, 'om-payout-requests');
}

/** @param {EventTarget | null} from @param {string} name */
function look(from, name) {
  const part = /** @type {HTMLElement} */ (from).parentElement?.querySelector(name);
  /** @type {import('./payout-section.js').PayoutSection} */ (part).refresh();
}
