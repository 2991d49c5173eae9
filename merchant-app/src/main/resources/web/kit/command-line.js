import { LitElement, css, html } from 'lit';
import { sharedStyles } from './shared-styles.js';

const SAID_FOR_MILLISECONDS = 4000;

/** A command to run on one's own machine, with a button that copies it. */
export class CommandLine extends LitElement {
  static properties = {
    command: {},
    words: { attribute: false },
    copied: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        align-items: stretch;
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-rule);
        border-radius: var(--omloop-radius);
        display: flex;
        flex-wrap: wrap;
      }

      code {
        align-self: center;
        flex: 1 1 12rem;
        padding: var(--omloop-space-3) var(--omloop-space-4);
      }

      /* A line breaks between words and not at a hyphen: --out stays in one piece. */
      code span {
        display: inline-block;
        max-inline-size: 100%;
        overflow-wrap: anywhere;
      }

      button {
        background: none;
        border: 0;
        border-radius: var(--omloop-radius);
        color: var(--omloop-color-action);
        cursor: pointer;
        font: inherit;
        min-block-size: var(--omloop-target-size);
        min-inline-size: var(--omloop-target-size);
        padding-inline: var(--omloop-space-4);
      }

      button:hover {
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }

      @media print {
        code {
          padding: var(--omloop-space-1) var(--omloop-space-2);
        }

        button {
          display: none;
        }
      }
    `,
  ];

  #forget = 0;

  constructor() {
    super();
    this.command = '';
    /** @type {import('./i18n.js').Words | undefined} */
    this.words = undefined;
    this.copied = false;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#forget);
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <code>${this.command.split(' ').map((word) => html`<span>${word}</span> `)}</code>
      <button type="button" @click=${this.#copy}>
        ${this.copied ? t('command.copied') : t('command.copy')}<span class="visually-hidden">: ${this.command}</span>
      </button>
      <span class="visually-hidden" role="status">${this.copied ? t('command.copied') : ''}</span>
    `;
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.command);
    } catch {
      this.#select(); // no clipboard over plain http: the text is marked, ready for the keys
      return;
    }
    this.copied = true;
    clearTimeout(this.#forget);
    this.#forget = setTimeout(() => (this.copied = false), SAID_FOR_MILLISECONDS);
  }

  #select() {
    getSelection()?.selectAllChildren(this.renderRoot.querySelector('code'));
  }
}

customElements.define('om-command-line', CommandLine);
