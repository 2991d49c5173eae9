// An invitation as a letter to print: the only place where its code is shown.

import { css, html } from 'lit';
import { drawCode } from '../kit/qr-drawing.js';
import '../kit/qr-code.js';

/** How many symbols of a code stand together. */
const GROUP = /.{1,5}/g;

/** @typedef {{account: string, code: string, until: Date, drawn: {size: number, path: string, text: string}}} Letter */

/** Draws an invitation's code. @param {import('./invitation.js').Invited} invited @returns {Promise<Letter>} */
export async function drawLetter({ account, code, until }) {
  return { account, code, until, drawn: await drawCode(`${location.origin.toUpperCase()}/I/${code}`) };
}

/** @param {Letter} letter @param {string} circuit its name @param {import('../kit/i18n.js').Words} words */
export function letterOf({ account, code, until, drawn }, circuit, words) {
  const t = words.t.bind(words);
  return html`<article>
    <div role="status"><h2>${t('invite.letter', { circuit })}</h2></div>
    <p>${t('invite.scan')}</p>
    <om-qr-code .code=${drawn} .label=${t('invite.code-label')}></om-qr-code>
    <p>${t('invite.or-type', { address: `${location.host}/join` })}</p>
    <p class="code">${code.match(GROUP)?.join(' ')}</p>
    <p>${t('invite.until', { time: words.dateAndTime(until) })}</p>
    <p>${t('invite.account', { account })}</p>
    <button type="button" @click=${() => print()}>${t('invite.print')}</button>
  </article>`;
}

export const letterStyles = css`
  om-qr-code {
    block-size: 240px;
    inline-size: 240px;
  }

  .code {
    font-family: var(--omloop-font-family-code);
    font-size: var(--omloop-font-size-2);
  }
`;
