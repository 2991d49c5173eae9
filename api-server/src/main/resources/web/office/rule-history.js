import { html } from 'lit';
import { keyLetters } from '../kit/device-key.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { stackedTable } from '../kit/stacked-table.js';
import { FetchedPart } from './fetched-part.js';
import { formStyles } from './form-styles.js';
import { valueText } from './rule-values.js';
import { tableLook } from './table-look.js';

/** How the rules changed and will change, the latest first, with the keys that signed. */
export class RuleHistory extends FetchedPart {
  static styles = [sharedStyles, formStyles, tableLook, stackedTable];

  constructor() {
    super('/v1/policies/changes');
  }

  heading() {
    return this.words.t('rule-change.title');
  }

  content(/** @type {{changes: any[]}} */ { changes }) {
    const [founding, ...later] = changes;
    return html`${later.length === 0 ? html`<p>${this.words.t('rule-change.none')}</p>` : ''}
      ${later.reverse().map((each) => this.#change(each))}
      ${founding
        ? html`<details>
            <summary>${this.words.t('rule-change.founding')}</summary>
            ${this.#change(founding)}
          </details>`
        : ''}`;
  }

  #change(/** @type {any} */ { index, bookedAt, effective, isInForce, signers, settings }) {
    const t = this.words.t.bind(this.words);
    const from = this.words.dateAndTime(new Date(effective));
    return html`<article>
      <h3>${t(isInForce ? 'rule-change.since' : 'rule-change.coming', { time: from })}</h3>
      <p class="muted">
        ${t('rule-change.booked', { index: this.words.number(index), time: this.words.dateAndTime(new Date(bookedAt)) })}
        ${t('rule-change.signed', { letters: signers.map((/** @type {string} */ key) => keyLetters(key)).join(', ') })}
      </p>
      ${settings.length === 0
        ? html`<p>${t('rule-change.defaults')}</p>`
        : this.table(
            t('rule-change.title'),
            ['rule', 'old', 'new'].map((name) => t(`rules.${name}`)),
            settings.map((/** @type {any} */ { name, before, after }) => [
              t(`rule.${name}`),
              valueText(name, before, this),
              valueText(name, after, this),
            ]),
          )}
    </article>`;
  }
}

customElements.define('om-rule-history', RuleHistory);
