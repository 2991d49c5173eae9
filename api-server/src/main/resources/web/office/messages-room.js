import { html } from 'lit';
import '../kit/message-screen.js';
import './mail-failures.js';

/** What the office is told, where it wants that mailed, and mail to members that did not arrive. @param {import('./rooms.js').Office} office */
export const room = ({ client, members, words }) => html`
  <om-message-screen .client=${client} .words=${words} .isAlone=${false}></om-message-screen>
  <om-mail-failures .client=${client} .members=${members} .words=${words}></om-mail-failures>
`;
