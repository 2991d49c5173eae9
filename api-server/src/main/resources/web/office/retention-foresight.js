import { css, html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { FetchedPart } from './fetched-part.js';
import { formStyles } from './form-styles.js';
import { tableLook } from './table-look.js';

const KINDS = ['applications', 'dossiers', 'bankLines', 'bankFiles'];

/** What the server will end by itself in the month to come, and what it has ended. */
export class RetentionForesight extends FetchedPart {
  static styles = [
    sharedStyles,
    formStyles,
    tableLook,
    css`
      td:not(:first-child),
      thead th:not(:first-child) {
        text-align: end;
      }
    `,
  ];

  constructor() {
    super('/v1/retention');
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`<section aria-labelledby="kept">
      <h2 id="kept">${t('members.retention')}</h2>
      <p role="alert">${this.trouble}</p>
      ${this.found ? this.#content(this.found) : nothing}
    </section>`;
  }

  #content(/** @type {any} */ { due, accounts, until, runs, applicationDays, years }) {
    const t = this.words.t.bind(this.words);
    const isNothing = KINDS.every((kind) => due[kind] === 0);
    return html`<p class="muted">${t('members.retention-how', { days: applicationDays, years })}</p>
      <p>${t(isNothing ? 'members.retention-none' : 'members.retention-until', { time: this.words.moment(new Date(until)) })}</p>
      ${isNothing ? nothing : this.#numbers(t('members.retention-due'), [due], () => t('members.retention-due'))}
      ${accounts.length > 0 ? html`<p>${t('members.retention-accounts', { accounts: accounts.join(', ') })}</p>` : nothing}
      ${runs.length > 0
        ? this.#numbers(t('members.retention-runs'), runs, ({ ranAt }) => this.words.moment(new Date(ranAt)))
        : nothing}`;
  }

  #numbers(/** @type {string} */ title, /** @type {any[]} */ rows, /** @type {(row: any) => string} */ name) {
    const t = this.words.t.bind(this.words);
    return html`<div role="region" tabindex="0" aria-label=${title}>
      <table>
        <caption class="visually-hidden">
          ${title}
        </caption>
        <thead>
          <tr>
            <th scope="col">${t('members.retention-when')}</th>
            ${KINDS.map((kind) => html`<th scope="col">${t(`members.retention-${kind}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) => html`<tr>
              <th scope="row">${name(row)}</th>
              ${KINDS.map((kind) => html`<td>${this.words.number(row[kind])}</td>`)}
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

customElements.define('om-retention-foresight', RetentionForesight);
