import { LitElement, html, nothing, svg } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import '../kit/amount-text.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { flowShapes } from './flow-shapes.js';
import { flowStyles } from './flow-styles.js';
import './flow-table.js';

const GAP = 10;

/**
 * Money's way as a picture: issued, going round, gone. What for is told by period, where
 * few cannot be told apart: on the municipality's page. The words are ordinary text, set
 * by the page's own rules; the streams are drawn behind them, to wherever the text has come to stand.
 */
export class MoneyFlow extends LitElement {
  static properties = {
    figures: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    shapes: { state: true },
  };

  static styles = [sharedStyles, flowStyles];

  #watcher = new ResizeObserver(() => this.#measure());

  constructor() {
    super();
    /** @type {import('../kit/ledger-client.js').Figures | null} */
    this.figures = null;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {import('./flow-shapes.js').FlowShapes | null} */
    this.shapes = null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#watcher.disconnect();
  }

  updated(changed) {
    const picture = this.renderRoot.querySelector('.picture');
    if (picture) {
      this.#watcher.observe(picture);
    }
    if (changed.has('figures') || changed.has('words')) {
      this.#measure();
    }
  }

  render() {
    if (!this.#isDrawable()) {
      return html`<p class="nothing">${this.words.t('flow.nothing-issued')}</p>`;
    }
    return html`
      <p class="summary">${this.#summary()}</p>
      <div class="picture">
        ${this.#streams()} ${this.#inlet()} ${this.#ring()} ${this.#passedOn()} ${this.#gone()}
      </div>
      <om-flow-table .figures=${this.figures} .currency=${this.currency} .words=${this.words}></om-flow-table>
    `;
  }

  #isDrawable() {
    return this.figures?.issued > 0 && this.figures.inCirculation !== null;
  }

  #summary() {
    const { issued, inCirculation, spentPerIssued } = this.figures;
    const inside = this.words.percent(inCirculation / issued);
    const still = this.words.t('flow.still-inside', { inside });
    if (spentPerIssued === null) {
      return still;
    }
    const times = this.words.number(spentPerIssued, 2);
    return `${still} ${this.words.t('flow.passed-on', { times })}`;
  }

  #streams() {
    if (!this.shapes) {
      return nothing;
    }
    const { inside, outside, arrows, way, enlarged } = this.shapes;
    return html`
      <svg class="streams" aria-hidden="true">
        <path class="inside" d=${inside} />
        ${outside ? svg`<path class="outside" d=${outside} />` : nothing}
        ${arrows.map(({ x, y, angle }) => svg`<path
          class="arrow" d="M-4 -6L3 0L-4 6" transform="translate(${x} ${y}) rotate(${angle}) scale(${enlarged})" />`)}
        ${keyed(this.figures.entries, svg`<path class="pulse" pathLength="100" d=${way} />`)}
      </svg>
    `;
  }

  #inlet() {
    return html`<div class="inlet">
      <span>${this.words.t('figures.issued')}</span> ${this.#amount(this.figures.issued)}
    </div>`;
  }

  #ring() {
    return html`
      <div class="ring"></div>
      <div class="stock">${this.#amount(this.figures.inCirculation)} <span>${this.words.t('flow.inside')}</span></div>
    `;
  }

  #passedOn() {
    const { spentPerIssued } = this.figures;
    if (spentPerIssued === null) {
      return html`<div class="passed-on"><span class="dot">.</span> ${this.words.t('figures.not-computable')}</div>`;
    }
    return html`<div class="passed-on">
      <span class="times">${this.words.number(spentPerIssued, 2)}</span>
      <span>${this.words.t('flow.times-passed-on')}</span>
    </div>`;
  }

  #gone() {
    return html`
      <div class="gone">
        <div class="gone-total"><span>${this.words.t('flow.outside')}</span> ${this.#amount(this.figures.redeemed)}</div>
        <a href="/city">${this.words.t('flow.what-for')}</a>
      </div>
    `;
  }

  #amount(amount) {
    return html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }

  #measure() {
    const picture = this.renderRoot.querySelector('.picture');
    if (!picture) {
      this.shapes = null;
      return;
    }
    const origin = picture.getBoundingClientRect();
    const ring = picture.querySelector('.ring').getBoundingClientRect();
    const gone = picture.querySelector('.gone-total').getBoundingClientRect();
    const isBeside = gone.left > ring.right;
    this.shapes = flowShapes(
      {
        issued: this.figures.issued,
        inside: this.figures.inCirculation,
        left: this.figures.redeemed,
      },
      {
        ring: {
          x: (ring.left + ring.right) / 2 - origin.left,
          y: (ring.top + ring.bottom) / 2 - origin.top,
          size: ring.width,
        },
        row: (gone.top + gone.bottom) / 2 - origin.top,
        edge: (isBeside ? gone.left - GAP : gone.right + GAP) - origin.left,
      },
    );
  }
}

customElements.define('om-money-flow', MoneyFlow);
