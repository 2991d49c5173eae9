import { LitElement, css, html, nothing, svg } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { bandText, indicatorText, periodText, shortPeriod } from './cell-text.js';
import { HIDDEN, known } from './report.js';

/** The eight, in the order in which they are read. */
const TILES = ['C7', 'C12', 'C14', 'C15', 'C6', 'C24', 'C29', 'C30'];
const RULES = ['fifo', 'lifo', 'mixed'];

/** What stands large where there are three readings. */
const LARGE = 'mixed';

const HEIGHT = 40;
const BAR = 22;
const STEP = 28;

/** The headline's figures: each with the periods before it, who is behind it, and what it does not prove. */
export class HeadlineTiles extends LitElement {
  static properties = {
    table: { attribute: false },
    view: { attribute: false },
    opened: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        container-type: inline-size;
        display: block;
      }

      h3,
      p,
      ul {
        margin: 0;
      }

      .tiles {
        display: grid;
        gap: 1px;
        grid-auto-flow: row dense;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 16rem), 1fr));
        list-style: none;
        padding: 0;
      }

      .tile {
        align-content: start;
        border-block-start: 1px solid var(--omloop-color-rule);
        display: grid;
        gap: var(--omloop-space-2);
        grid-column: span 1;
        padding: var(--omloop-space-4) var(--omloop-space-4) var(--omloop-space-6) 0;
      }

      h3 {
        font-size: var(--omloop-font-size-1);
      }

      h3 button {
        align-items: center;
        background: none;
        border: 0;
        border-radius: var(--omloop-radius);
        color: var(--omloop-color-action);
        cursor: pointer;
        display: flex;
        font: inherit;
        font-weight: var(--omloop-font-weight-strong);
        gap: var(--omloop-space-2);
        min-block-size: var(--omloop-target-size);
        padding: 0;
        text-align: start;
      }

      h3 svg {
        block-size: 0.75em;
        flex: none;
        inline-size: 0.75em;
      }

      [aria-expanded='true'] svg {
        transform: rotate(90deg);
      }

      .row {
        align-items: end;
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-2) var(--omloop-space-4);
        justify-content: space-between;
      }

      .value {
        font-size: var(--omloop-font-size-4);
        font-variant-numeric: tabular-nums;
        font-weight: var(--omloop-font-weight-strong);
        letter-spacing: -0.02em;
        line-height: 1;
        white-space: nowrap;
      }

      .bars {
        block-size: 2.5rem;
        inline-size: 6.625rem;
      }

      .bar {
        fill: var(--omloop-flow-outside-color);
      }

      .bar.now {
        fill: var(--omloop-flow-inside-color);
      }

      .bar.none {
        fill: none;
        stroke: var(--omloop-color-control-border);
        stroke-dasharray: 3 3;
      }

      .muted {
        color: var(--omloop-color-text-muted);
      }

      .panel {
        background: var(--omloop-color-surface);
        border-radius: var(--omloop-radius);
        grid-column: 1 / -1;
        padding: var(--omloop-space-4);
      }

      @media print {
        .tiles {
          grid-template-columns: repeat(4, 1fr);
        }

        .tile {
          break-inside: avoid;
          font-size: 0.6875rem;
          padding-block: var(--omloop-space-2);
        }

        .value {
          font-size: var(--omloop-font-size-2);
        }

        .panel,
        h3 svg {
          display: none;
        }

        h3 button {
          color: inherit;
          font-size: 0.75rem;
          min-block-size: 0;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('./report.js').Table | undefined} */
    this.table = undefined;
    /** @type {import('./cell-text.js').View | undefined} */
    this.view = undefined;
    /** The tile whose figures are shown. */
    this.opened = '';
  }

  render() {
    const shown = TILES.filter((id) => this.#now(id).length > 0);
    return html`
      <ul class="tiles">
        ${shown.map((id) => html`${this.#tile(id)} ${this.opened === id ? this.#panel(id) : nothing}`)}
      </ul>
    `;
  }

  /** The lines of this period: one, or one for each reading. */
  #now(/** @type {string} */ indicator) {
    return this.table.where({ indicator, period: this.view.report.period.id });
  }

  #tile(/** @type {string} */ id) {
    const { words } = this.view;
    const lines = this.#now(id);
    const line = lines.find(({ rule }) => rule === LARGE) ?? lines[0];
    return html`<li class="tile">
      <h3>
        <button type="button" aria-expanded=${this.opened === id} @click=${() => this.#open(id)}>
          <svg viewBox="0 0 8 8" aria-hidden="true"><path d="M1 0l6 4-6 4z" fill="currentColor" /></svg>
          ${words.known(`indicator.${id}`, 'city.as-it-is', id)}
        </button>
      </h3>
      <div class="row">
        <p class="value">${this.#value(id, line.value)}</p>
        ${this.#bars(id, line.rule)}
      </div>
      ${this.#band(id, line)}
      <p>${lines.length > 1 ? this.#readings(id, lines) : words.t('city.books')}</p>
      <p class="muted">${this.#behind(line.units)}</p>
      <p class="muted">${words.t(`not-proven.${id}`)}</p>
    </li>`;
  }

  #value(/** @type {string} */ id, /** @type {any} */ value) {
    const { words } = this.view;
    if (typeof value === 'number') {
      return indicatorText(id, value, this.view);
    }
    const why = words.t(value === HIDDEN ? 'city.hidden' : 'city.absent');
    return html`<span aria-hidden="true" title=${why}>${value ?? '.'}</span><span class="visually-hidden">${why}</span>`;
  }

  /** How far chance alone could have moved it, where that was estimated. */
  #band(/** @type {string} */ id, /** @type {import('./report.js').Line} */ line) {
    const band = bandText(line, (edge) => indicatorText(id, edge, this.view));
    return band ? html`<p>${this.view.words.t('city.band')}: ${band}</p>` : nothing;
  }

  #readings(/** @type {string} */ id, /** @type {import('./report.js').Line[]} */ lines) {
    const { words } = this.view;
    if (lines.every(({ value }) => value === null)) {
      return words.t('city.absent');
    }
    return RULES.map((rule) => lines.find((line) => line.rule === rule))
      .filter((line) => line !== undefined)
      .map(({ rule, value }) => `${words.t(`rule.${rule}`)} ${indicatorText(id, value, this.view)}`)
      .join(' · ');
  }

  #behind(/** @type {any} */ units) {
    const { words } = this.view;
    return typeof units === 'number' ? words.t('city.units-behind', { count: words.number(units) }) : words.t('city.units-unknown');
  }

  /** Small bars are all on one scale, from nothing; the words are for who does not see them. */
  #bars(/** @type {string} */ indicator, /** @type {string} */ rule) {
    const { words } = this.view;
    const lines = this.table.where({ indicator, rule });
    const largest = Math.max(...lines.map(({ value }) => known(value) ?? 0)) || 1;
    const text = lines
      .map(({ period, value }) => `${periodText(period, words)} ${indicatorText(indicator, value, this.view)}`)
      .join(', ');
    return html`<svg class="bars" viewBox="0 0 ${STEP * 4 - 6} ${HEIGHT}" role="img" aria-label=${words.t('city.over-time', { text })}>
      ${lines.map((line, at) => this.#bar(line, at + 4 - lines.length, largest))}
    </svg>`;
  }

  #bar(/** @type {import('./report.js').Line} */ { period, value }, /** @type {number} */ at, /** @type {number} */ largest) {
    const figure = known(value);
    const height = figure === null ? HEIGHT / 2 : Math.max(1, (Math.max(0, figure) / largest) * HEIGHT);
    const kind = figure === null ? 'bar none' : period === this.view.report.period.id ? 'bar now' : 'bar';
    return svg`<rect class=${kind} x=${at * STEP} y=${HEIGHT - height} width=${BAR} height=${height}>
      <title>${shortPeriod(period, this.view.words)}: ${value ?? '.'}</title>
    </rect>`;
  }

  #panel(/** @type {string} */ id) {
    return html`<li class="panel">
      <om-tile-panel .indicator=${id} .table=${this.table} .view=${this.view}></om-tile-panel>
    </li>`;
  }

  /** What few open is fetched by those who do. */
  #open(/** @type {string} */ id) {
    import('./tile-panel.js');
    this.opened = this.opened === id ? '' : id;
  }
}

customElements.define('om-headline-tiles', HeadlineTiles);
