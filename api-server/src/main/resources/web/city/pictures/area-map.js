import { LitElement, css, html } from 'lit';
import '../../kit/choice-switch.js';
import { sharedStyles } from '../../kit/shared-styles.js';
import { STEPS } from './area-drawing.js';
import './chart-picture.js';

/** Column of the table that is drawn, by the drawing's name. */
const FIGURES = { 'own-share': 'own_share', 'net-flow': 'net' };

/** The neighbourhoods on a map: how much each spends at home, or what it receives beside what it spends; and a legend. */
export class AreaMap extends LitElement {
  static properties = {
    table: { attribute: false },
    view: { attribute: false },
    drawing: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: block;
        max-inline-size: 56rem;
      }

      ul {
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-2) var(--omloop-space-6);
        list-style: none;
        margin: var(--omloop-space-2) 0 0;
        padding: 0;
      }

      li {
        align-items: center;
        display: flex;
        gap: var(--omloop-space-2);
      }

      .swatch {
        background-color: var(--omloop-color-rule);
        block-size: 1rem;
        border: 1px solid var(--omloop-color-control-border);
        flex: none;
        inline-size: 1.5rem;
        print-color-adjust: exact;
      }

      .heat-1 {
        background-color: var(--omloop-heat-1-background-color);
      }

      .heat-2 {
        background-color: var(--omloop-heat-2-background-color);
      }

      .heat-3 {
        background-color: var(--omloop-heat-3-background-color);
      }

      .hatched {
        background-image: repeating-linear-gradient(
          135deg,
          var(--omloop-chart-2-color) 0 2px,
          transparent 2px 6px
        );
      }

      @media print {
        om-choice-switch {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../report.js').Table | undefined} */
    this.table = undefined;
    /** @type {import('../cell-text.js').View | undefined} */
    this.view = undefined;
    this.drawing = 'own-share';
  }

  render() {
    const { words } = this.view;
    const nameOf = (/** @type {string} */ drawing) =>
      this.table.columns.find(({ id }) => id === FIGURES[drawing]).name[words.language];
    return html`
      <om-choice-switch
        .label=${words.t('map.which')}
        .choices=${Object.keys(FIGURES).map((value) => ({ value, text: nameOf(value) }))}
        .chosen=${this.drawing}
        @chosen=${(/** @type {any} */ { detail }) => (this.drawing = detail)}
      ></om-choice-switch>
      <om-chart-picture
        .table=${this.table}
        .view=${this.view}
        .drawing=${this.drawing}
        .label=${words.t('city.picture-of', { title: `${this.table.title[words.language]}, ${nameOf(this.drawing)}` })}
      ></om-chart-picture>
      <ul>
        ${this.#legend().map(([look, text]) => html`<li><span class="swatch ${look}" aria-hidden="true"></span>${text}</li>`)}
      </ul>
    `;
  }

  #legend() {
    const { words } = this.view;
    const [, low, high] = STEPS.map((step) => words.percent(step));
    const colours =
      this.drawing === 'own-share'
        ? [
            ['heat-1', words.t('map.less', { share: low })],
            ['heat-2', words.t('map.between', { low, high })],
            ['heat-3', words.t('map.more', { share: high })],
          ]
        : [
            ['heat-2', words.t('map.receives')],
            ['heat-1 hatched', words.t('map.spends')],
          ];
    return [...colours, ['', words.t('map.few')]];
  }
}

customElements.define('om-area-map', AreaMap);
