import { LitElement, css, html, nothing } from 'lit';
import '../kit/command-line.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { periodText } from './cell-text.js';

/** Which report this is and how anybody can repeat it: entries, root, versions, command. */
export class ReportHeader extends LitElement {
  static properties = { view: { attribute: false } };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: block;
      }

      dl {
        display: grid;
        gap: var(--omloop-space-1) var(--omloop-space-8);
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
        margin: 0;
      }

      dt {
        color: var(--omloop-color-text-muted);
      }

      dd {
        font-variant-numeric: tabular-nums;
        margin: 0;
        overflow-wrap: anywhere;
      }

      p {
        margin-block: var(--omloop-space-4) var(--omloop-space-2);
      }

      @media print {
        dl,
        p {
          font-size: 0.75rem;
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('./cell-text.js').View | undefined} */
    this.view = undefined;
  }

  render() {
    const { report, words } = this.view;
    const t = words.t.bind(words);
    return html`
      <dl>
        ${this.#fact('period', periodText(report.period.id, words))}
        ${this.#fact('entries', t('header.range', { last: words.number(report.journal.size - 1) }))}
        ${this.#fact('root', html`<code>${report.journal.root}</code>`)}
        ${this.#fact('origin', report.circuit.origin)}
        ${this.#fact('versions', t('header.formulas', { version: report.version }))}
        ${this.#fact('tier', t(`header.${report.tier}`))}
      </dl>
      ${report.tuple ? this.#tuple(report.tuple) : nothing}
      <p>${t('header.verify')}</p>
      <om-command-line command="./omloop verify books --report ${report.period.id}.json" .words=${words}></om-command-line>
    `;
  }

  #fact(/** @type {string} */ name, /** @type {unknown} */ value) {
    return html`<div>
      <dt>${this.view.words.t(`header.${name}`)}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  /** Beside the report's own text, which has it in full. */
  #tuple(/** @type {Record<string, any>} */ tuple) {
    const said = Object.entries(tuple).filter(([, value]) => ['string', 'number'].includes(typeof value));
    return html`<p class="tuple">${said.map(([name, value]) => html`<code>${name} ${value}</code> `)}</p>`;
  }
}

customElements.define('om-report-header', ReportHeader);
