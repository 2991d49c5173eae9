import { LitElement, css, html } from 'lit';
import { known } from '../report.js';
import { DRAWINGS } from './drawings.js';
import { lookOf } from './look.js';

/** What fits beside each other on a sheet of A4, in CSS pixels. */
const PAPER_WIDTH = 680;

const DARK = matchMedia('(prefers-color-scheme: dark)');

/**
 * How a table becomes a picture.
 *
 * @typedef {object} Picture
 * @property {string} figure column without which there is nothing to draw
 * @property {(table: import('../report.js').Table, look: import('./look.js').Look) => number} height in pixels
 * @property {(look: import('./look.js').Look) => number} [leastWidth] in pixels; below it the picture scrolls
 * @property {(library: any) => Promise<void>} [prepare] gets what ECharts needs beside the table
 * @property {(table: import('../report.js').Table, view: import('../cell-text.js').View, look: import('./look.js').Look) => object} option for ECharts
 */

/**
 * A picture of a table. The table stands beside it in full, so the picture is for the eye alone; its code is fetched only
 * where there is something to draw.
 */
export class ChartPicture extends LitElement {
  static properties = {
    table: { attribute: false },
    view: { attribute: false },
    drawing: {},
    label: {},
    isLost: { state: true },
  };

  static styles = css`
    :host {
      display: block;
    }

    .scroller {
      overflow: auto hidden;
    }

    .probe {
      display: none;
    }

    p {
      color: var(--omloop-color-text-muted);
      margin: 0;
    }

    @media print {
      .scroller {
        overflow: visible;
      }
    }
  `;

  #chart = null;
  #library = null;
  #isPrinting = false;
  #size = new ResizeObserver(() => this.#draw());
  #theme = new MutationObserver(() => this.#draw());
  #redraw = () => this.#draw();
  #print = () => this.#onPaper(true);
  #printed = () => this.#onPaper(false);

  constructor() {
    super();
    /** @type {import('../report.js').Table | undefined} */
    this.table = undefined;
    /** @type {import('../cell-text.js').View | undefined} */
    this.view = undefined;
    /** How it is drawn, where it is not the table's own way. */
    this.drawing = '';
    this.label = '';
    /** Whether what it takes to draw did not come. */
    this.isLost = false;
  }

  get #picture() {
    return DRAWINGS[this.drawing || this.table.id];
  }

  connectedCallback() {
    super.connectedCallback();
    this.#theme.observe(document.documentElement, { attributeFilter: ['data-theme', 'style'] });
    DARK.addEventListener('change', this.#redraw);
    window.addEventListener('beforeprint', this.#print);
    window.addEventListener('afterprint', this.#printed);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#theme.disconnect();
    this.#size.disconnect();
    DARK.removeEventListener('change', this.#redraw);
    window.removeEventListener('beforeprint', this.#print);
    window.removeEventListener('afterprint', this.#printed);
    this.#chart?.dispose();
    this.#chart = null;
  }

  render() {
    if (this.isLost) {
      return html`<p role="status">${this.view.words.t('city.picture-lost')}</p>`;
    }
    if (!this.#isDrawable()) {
      return html`<p>${this.view.words.t('city.nothing-to-draw')}</p>`;
    }
    return html`
      <div class="scroller" tabindex=${this.#picture.leastWidth ? 0 : -1} role="img" aria-label=${this.label}>
        <div class="ground"></div>
      </div>
      <span class="probe"></span>
    `;
  }

  #isDrawable() {
    const { figure } = this.#picture;
    return this.#picture.prepare !== undefined || this.table.lines.some((line) => known(line[figure]) !== null);
  }

  async firstUpdated() {
    try {
      const library = await import('echarts/dist/echarts.esm.min.mjs');
      await this.#picture.prepare?.(library);
      this.#library = library;
    } catch (cause) {
      console.warn('a picture could not be drawn', cause);
      this.isLost = true; // the table beside it tells all the same
      return;
    }
    this.#size.observe(this);
    this.#draw();
  }

  updated() {
    this.#draw();
  }

  /** Paper is as wide as it is, whatever the screen. Drawing is done at once, as the browser does not wait. */
  #onPaper(/** @type {boolean} */ isPrinting) {
    this.#isPrinting = isPrinting;
    this.#draw();
  }

  #draw() {
    const room = this.#isPrinting ? PAPER_WIDTH : this.clientWidth;
    if (!this.#isDrawable()) {
      this.#chart?.dispose();
      this.#chart = null;
      return;
    }
    if (!this.#library || !this.isConnected || room === 0) {
      return;
    }
    const probe = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.probe'));
    const ground = /** @type {HTMLElement} */ (this.renderRoot.querySelector('.ground'));
    const picture = this.#picture;
    const look = lookOf(probe, room);
    const width = this.#isPrinting ? room : Math.max(room, picture.leastWidth?.(look) ?? 0);
    const height = picture.height(this.table, { ...look, width });
    ground.style.inlineSize = `${width}px`;
    ground.style.blockSize = `${height}px`;
    this.#chart ??= this.#library.init(ground, null, { renderer: 'svg' });
    this.#chart.resize({ width, height });
    this.#chart.setOption(picture.option(this.table, this.view, { ...look, width }), { notMerge: true });
    this.toggleAttribute('drawn', true);
  }
}

customElements.define('om-chart-picture', ChartPicture);
