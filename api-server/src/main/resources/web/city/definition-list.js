import { LitElement, css, html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { indicatorName } from './cell-text.js';

/** What figures mean: formula, pitfall, source and version, from the catalogue; their names alone where it did not come. */
export class DefinitionList extends LitElement {
  static properties = {
    ids: { attribute: false },
    view: { attribute: false },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: block;
      }

      h4,
      p,
      dl,
      dd {
        margin: 0;
      }

      h4 {
        font-size: var(--omloop-font-size-1);
        font-weight: var(--omloop-font-weight-strong);
      }

      article + article {
        margin-block-start: var(--omloop-space-4);
      }

      dl {
        display: grid;
        gap: 0 var(--omloop-space-4);
        grid-template-columns: minmax(0, auto) minmax(0, 1fr);
        max-inline-size: 48rem;
      }

      dt {
        color: var(--omloop-color-text-muted);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {string[]} */
    this.ids = [];
    /** @type {import('./cell-text.js').View | undefined} */
    this.view = undefined;
  }

  render() {
    return this.ids.map((id) => this.#definition(id));
  }

  #definition(/** @type {string} */ id) {
    const { words, indicators } = this.view;
    const found = indicators.get(id);
    return html`<article>
      <h4>${id} · ${indicatorName(id, this.view)}</h4>
      ${found
        ? html`<dl>
            <dt>${words.t('city.formula')}</dt>
            <dd>${found.formula[words.language]}</dd>
            <dt>${words.t('city.pitfall')}</dt>
            <dd>${found.pitfall[words.language]}</dd>
            <dt>${words.t('city.basis')}</dt>
            <dd>${words.t(found.traced ? 'city.traced' : 'city.books')}</dd>
            <dt>${words.t('city.source')}</dt>
            <dd>${found.source}</dd>
            <dt>${words.t('city.version')}</dt>
            <dd>${found.version}</dd>
          </dl>`
        : nothing}
    </article>`;
  }
}

customElements.define('om-definition-list', DefinitionList);
