import { LitElement, css, html, nothing } from 'lit';
import '../kit/command-line.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { periodText } from './cell-text.js';
import './file-link.js';

/** How many signs of a hash stand on the page; the report has all of them. */
const SHOWN = 12;

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

      a {
        align-content: center;
        display: inline-block;
        min-block-size: var(--omloop-target-size);
      }

      p {
        margin-block: var(--omloop-space-4) var(--omloop-space-2);
      }

      om-command-line + om-command-line {
        margin-block-start: var(--omloop-space-2);
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
        ${report.tuple ? this.#tuple(report.tuple) : nothing}
      </dl>
      <p>
        ${t('header.verify')}
        <om-file-link .view=${this.view} file="${report.period.id}.json">${t('header.file')}</om-file-link>
      </p>
      <om-command-line command="./omloop export --out books" .words=${words}></om-command-line>
      <om-command-line command="./omloop verify books --report ${report.period.id}.json" .words=${words}></om-command-line>
    `;
  }

  #fact(/** @type {string} */ name, /** @type {unknown} */ value) {
    return html`<div>
      <dt>${this.view.words.t(`header.${name}`)}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  /** What a repetition has to come to as well, beside the figures. */
  #tuple(/** @type {Record<string, any>} */ { detail, classifications, states }) {
    const marks = Object.entries(states).map(
      ([rule, hash]) => html`${this.view.words.t(`rule.${rule}`)} <code>${hash.slice(0, SHOWN)}…</code> `,
    );
    return html`
      ${this.#fact('classifications', classifications.join(', '))}
      ${this.#fact('detail', this.view.words.known(`header.${detail}`, 'city.as-it-is', detail))}
      ${this.#fact('states', marks)}
    `;
  }
}

customElements.define('om-report-header', ReportHeader);
