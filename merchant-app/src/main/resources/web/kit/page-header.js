import { LitElement, css, html, nothing } from 'lit';
import './choice-switch.js';
import { LANGUAGES } from './i18n.js';
import { omloopMark } from './omloop-mark.js';
import { remember } from './preferences.js';
import { sharedStyles } from './shared-styles.js';

/**
 * The top of a page: whose it is, which circuit it speaks of, and in which language.
 *
 * @fires language-chosen - with the language as detail; it is kept for the next visit already
 */
export class PageHeader extends LitElement {
  static properties = {
    circuit: {},
    words: { attribute: false },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        container-type: inline-size;
      }

      header {
        align-items: center;
        border-block-end: 1px solid var(--omloop-color-rule);
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--omloop-space-6);
        padding-block: var(--omloop-space-2);
      }

      a {
        align-items: center;
        color: var(--omloop-color-text);
        display: flex;
        font-size: var(--omloop-font-size-2);
        font-weight: var(--omloop-font-weight-strong);
        gap: var(--omloop-space-2);
        min-block-size: var(--omloop-target-size);
        text-decoration: none;
      }

      svg {
        block-size: 1.4em;
        color: var(--omloop-color-action);
        inline-size: 1.4em;
      }

      .circuit {
        color: var(--omloop-color-text-muted);
        flex-basis: 100%;
        order: 1;
      }

      om-choice-switch {
        margin-inline: auto calc(-1 * var(--omloop-space-2));
      }

      @container (min-width: 34rem) {
        .circuit {
          border-inline-start: 1px solid var(--omloop-color-rule);
          flex-basis: auto;
          order: 0;
          padding-inline-start: var(--omloop-space-6);
        }
      }
    `,
  ];

  constructor() {
    super();
    /** @type {string | undefined} */
    this.circuit = undefined;
    /** @type {import('./i18n.js').Words | undefined} */
    this.words = undefined;
  }

  render() {
    const choices = Object.entries(LANGUAGES).map(([value, text]) => ({ value, text, lang: value }));
    return html`
      <header>
        <a href="/">${omloopMark}<span>Omloop</span></a>
        ${this.circuit ? html`<span class="circuit">${this.circuit}</span>` : nothing}
        <om-choice-switch
          .label=${this.words.t('page.language')}
          .choices=${choices}
          .chosen=${this.words.language}
          @chosen=${({ detail }) => this.#choose(detail)}
        ></om-choice-switch>
      </header>
    `;
  }

  #choose(language) {
    remember('language', language);
    this.dispatchEvent(new CustomEvent('language-chosen', { detail: language }));
  }
}

customElements.define('om-page-header', PageHeader);
