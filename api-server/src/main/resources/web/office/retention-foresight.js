import { css, html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { FetchedPart } from './fetched-part.js';
import { formStyles } from './form-styles.js';

const KINDS = ['applications', 'dossiers', 'bankLines', 'bankFiles'];

/** What the server will end by itself in the month to come, and what it has ended. */
export class RetentionForesight extends FetchedPart {
  static styles = [
    sharedStyles,
    formStyles,
    css`
      h3 {
        font-size: inherit;
        margin: 0;
      }

      ul {
        list-style: none;
        margin: 0;
        padding: 0;
      }

      li {
        border-block-end: 1px solid var(--omloop-color-rule);
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-1) var(--omloop-space-4);
        padding-block: var(--omloop-space-2);
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
    const coming = this.#counts(due);
    return html`<p class="muted">${t('members.retention-how', { days: applicationDays, years })}</p>
      <p>
        ${t(coming ? 'members.retention-until' : 'members.retention-none', { time: this.words.moment(new Date(until)) })}
        ${coming}
      </p>
      ${accounts.length > 0 ? html`<p>${t('members.retention-accounts', { accounts: accounts.join(', ') })}</p>` : nothing}
      ${runs.length > 0
        ? html`<h3>${t('members.retention-runs')}</h3>
            <ul>
              ${runs.map(
                (/** @type {any} */ run) => html`<li>
                  <span>${this.words.moment(new Date(run.ranAt))}</span> <span>${this.#counts(run)}</span>
                </li>`,
              )}
            </ul>`
        : nothing}`;
  }

  /** How many of each kind, of those that there are; empty where there is none. */
  #counts(/** @type {Record<string, number>} */ of) {
    return KINDS.filter((kind) => of[kind] > 0)
      .map((kind) => `${this.words.t(`members.retention-${kind}`)}: ${this.words.number(of[kind])}`)
      .join(', ');
  }
}

customElements.define('om-retention-foresight', RetentionForesight);
