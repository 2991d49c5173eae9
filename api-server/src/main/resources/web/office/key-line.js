import { html } from 'lit';
import { keyLetters } from '../kit/device-key.js';

/** A key in words: what kind, its letters, whose of the office or a programme, what it may do. @param {any} key as the API has it @param {import('../kit/i18n.js').Words} words */
export function keyLine({ key, label, holder, rights, revoked, activeFrom }, words) {
  const time = activeFrom && words.dateAndTime(new Date(activeFrom));
  return html`<span>
      <strong>${words.known(`device-kind.${label}`, 'device-kind.unknown', label)}</strong>
      <span class="muted">${keyLetters(key)}</span>
      ${holder ? html`<span>${holder}</span>` : ''}
    </span>
    <span class="muted">
      ${rights.map((/** @type {string} */ right) => words.t(`right.${right}`)).join(', ')}
    </span>
    ${revoked ? html`<span>${words.t('desk.blocked')}</span>` : ''}
    ${time ? html`<span>${words.t('device.begins', { time })}</span>` : ''}`;
}
