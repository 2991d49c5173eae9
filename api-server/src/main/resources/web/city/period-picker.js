import { LitElement, css, html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { periodText } from './cell-text.js';

const LENGTHS = ['year', 'quarter', 'month'];

/**
 * Which period to read about: there are calendar months, quarters and years, and no other.
 *
 * @fires period-chosen - with its name as detail
 */
export class PeriodPicker extends LitElement {
  static properties = {
    periods: { attribute: false },
    chosen: {},
    words: { attribute: false },
  };

  static styles = [
    sharedStyles,
    css`
      label {
        display: grid;
        gap: var(--omloop-space-1);
        grid-template-columns: minmax(0, 1fr);
      }

      select {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        max-inline-size: 100%;
        min-block-size: var(--omloop-target-size);
        padding-inline: var(--omloop-space-3);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('./report-client.js').KnownPeriod[]} */
    this.periods = [];
    this.chosen = '';
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
  }

  render() {
    return html`<label>
      ${this.words.t('city.period')}
      <select @change=${(/** @type {any} */ { target }) => this.#choose(target.value)}>
        ${LENGTHS.map((length) => this.#group(length))}
      </select>
    </label>`;
  }

  #group(/** @type {string} */ length) {
    const periods = this.periods.filter((each) => each.length === length).reverse();
    return periods.length === 0
      ? nothing
      : html`<optgroup label=${this.words.t(`city.length-${length}`)}>
          ${periods.map(({ period, closed }) => {
            const name = periodText(period, this.words);
            return html`<option value=${period} ?selected=${period === this.chosen}>
              ${closed ? name : this.words.t('city.running', { name })}
            </option>`;
          })}
        </optgroup>`;
  }

  #choose(/** @type {string} */ period) {
    this.dispatchEvent(new CustomEvent('period-chosen', { detail: period }));
  }
}

customElements.define('om-period-picker', PeriodPicker);
