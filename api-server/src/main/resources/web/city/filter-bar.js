import { LitElement, css, html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { FILTERS, isFiltered } from './address.js';
import { filterText } from './cell-text.js';
import { choosable } from './choice.js';
import './labelled-select.js';

/**
 * What of a report to look at by itself: one programme, sector or neighbourhood that it has published figures of.
 *
 * @fires chosen - with what was chosen by its name in the address as detail, such as {sector: 'G'}
 */
export class FilterBar extends LitElement {
  /** Opens with a view that somebody linked to, and never closes under a reader's hands. */
  #isOpen = false;

  static properties = {
    view: { attribute: false },
    address: { attribute: false },
  };

  static styles = [
    sharedStyles,
    css`
      summary {
        align-content: center;
        color: var(--omloop-color-action);
        cursor: pointer;
        inline-size: fit-content;
        min-block-size: var(--omloop-target-size);
      }

      .fields {
        display: grid;
        gap: var(--omloop-space-4);
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr));
        max-inline-size: 64rem;
        padding-block: var(--omloop-space-2);
      }

      p {
        color: var(--omloop-color-text-muted);
        margin-block: var(--omloop-space-2) 0;
        max-inline-size: 44rem;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('./cell-text.js').View | undefined} */
    this.view = undefined;
    /** @type {import('./address.js').Address | undefined} */
    this.address = undefined;
  }

  willUpdate() {
    this.#isOpen ||= isFiltered(this.address);
  }

  render() {
    const { words, report } = this.view;
    const there = choosable(report);
    const offered = FILTERS.filter((name) => there[name].length > 0);
    return html`<details ?open=${this.#isOpen}>
      <summary>${words.t('filter.title')}</summary>
      ${offered.length > 0
        ? html`<div class="fields">${offered.map((name) => this.#field(name, there[name]))}</div>`
        : nothing}
      <p>${words.t(offered.length > 0 ? 'filter.explained' : 'filter.nothing')}</p>
    </details>`;
  }

  /** What the report knows nothing of is no choice; that it was asked for stands in the page's heading. */
  #field(/** @type {typeof FILTERS[number]} */ name, /** @type {string[]} */ values) {
    const { words } = this.view;
    const choices = values.map((value) => ({ value, text: filterText(name, value, this.view) }));
    return html`<om-labelled-select
      .label=${words.t(`filter.${name}`)}
      .choices=${[{ value: '', text: words.t(`filter.every-${name}`) }, ...choices]}
      .chosen=${values.includes(this.address[name]) ? this.address[name] : ''}
      @chosen=${(/** @type {any} */ { detail }) => this.#choose({ [name]: detail })}
    ></om-labelled-select>`;
  }

  #choose(/** @type {Partial<import('./address.js').Address>} */ chosen) {
    this.dispatchEvent(new CustomEvent('chosen', { detail: chosen }));
  }
}

customElements.define('om-filter-bar', FilterBar);
