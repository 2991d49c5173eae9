// The parts of the first page that hardly change: how it works, how to check it, where to go next.

import { html } from 'lit';
import './checkpoint-card.js';
import '../kit/command-line.js';

/** @typedef {import('../kit/i18n.js').Words} Words */

const PRINCIPLES = ['signed', 'balanced', 'lasting'];
const PLACES = [
  { name: 'city', address: '/city' },
  { name: 'api', address: '/docs/api' },
  { name: 'checkpoint', address: '/log/checkpoint' },
  { name: 'health', address: '/health' },
];

/** @param {Words} words */
export function principles(words) {
  return html`
    <section aria-labelledby="principles">
      <h2 id="principles">${words.t('principles.title')}</h2>
      <div class="principles">
        ${PRINCIPLES.map(
          (name) => html`<div>
            <h3>${words.t(`principles.${name}`)}</h3>
            <p>${words.t(`principles.${name}.text`)}</p>
          </div>`,
        )}
      </div>
    </section>
  `;
}

/**
 * @param {Words} words
 * @param {import('../kit/checkpoint-note.js').CheckpointNote | null} checkpoint
 */
export function verification(words, checkpoint) {
  return html`
    <section aria-labelledby="verify">
      <h2 id="verify">${words.t('verify.title')}</h2>
      <div class="verify">
        <div>
          <p>${words.t('verify.text')}</p>
          <ol>
            <li>
              <p>${words.t('verify.export')}</p>
              <om-command-line command="./omloop export --out books" .words=${words}></om-command-line>
            </li>
            <li>
              <p>${words.t('verify.verify')}</p>
              <om-command-line command="./omloop verify books" .words=${words}></om-command-line>
            </li>
          </ol>
          <p>${words.t('verify.outcome')}</p>
        </div>
        <div>
          <h3>${words.t('checkpoint.title')}</h3>
          <om-checkpoint-card .checkpoint=${checkpoint} .words=${words}></om-checkpoint-card>
        </div>
      </div>
    </section>
  `;
}

/** @param {Words} words */
export function places(words) {
  return html`
    <nav aria-labelledby="places">
      <h2 id="places">${words.t('places.title')}</h2>
      <ul class="places">
        ${PLACES.map(
          ({ name, address }) => html`<li>
            <a href=${address}>${words.t(`places.${name}`)}</a>
            <p>${words.t(`places.${name}.text`)}</p>
          </li>`,
        )}
      </ul>
    </nav>
  `;
}
