import { LitElement, css, html, nothing } from 'lit';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';

/** A file of a report: a link for everybody, or of exact figures a button, as those are given to a key alone. */
export class FileLink extends LitElement {
  static properties = {
    view: { attribute: false },
    part: { attribute: false },
    type: {},
    file: {},
    trouble: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      a,
      button {
        align-items: center;
        background: none;
        border: 0;
        color: var(--omloop-color-action);
        cursor: pointer;
        display: inline-flex;
        font: inherit;
        min-block-size: var(--omloop-target-size);
        padding: 0;
        text-decoration: underline 1px;
        text-underline-offset: 0.2em;
      }

      :host([button]) :is(a, button) {
        background: var(--omloop-button-primary-action-background-color);
        border-radius: var(--omloop-radius);
        color: var(--omloop-button-primary-action-color);
        padding-inline: var(--omloop-space-4);
        text-decoration: none;
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('./cell-text.js').View | undefined} */
    this.view = undefined;
    /** Which part of the report, such as '/tables/exits'; all of it by default. */
    this.part = '';
    /** Its media type. */
    this.type = 'application/json';
    /** What it is called on the reader's disk. */
    this.file = '';
    this.trouble = false;
  }

  render() {
    const { words, report, audit } = this.view;
    if (audit && report.tier === 'audit') {
      return html`<button type="button" @click=${this.#fetch}><slot></slot></button>
        <span role="alert">${this.trouble ? words.t('city.trouble') : nothing}</span>`;
    }
    return html`<a href="/v1/circulation/reports/${report.period.id}${this.part}" download=${this.file}><slot></slot></a>`;
  }

  async #fetch() {
    this.trouble = false;
    try {
      const { audit, report } = this.view;
      const content = URL.createObjectURL(await audit.file(report.period.id, this.part, this.type));
      const link = document.createElement('a');
      link.href = content;
      link.download = this.file;
      link.click();
      URL.revokeObjectURL(content);
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.trouble = true;
    }
  }
}

customElements.define('om-file-link', FileLink);
