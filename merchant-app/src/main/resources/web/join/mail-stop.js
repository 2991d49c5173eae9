import { LitElement, css, html, nothing } from 'lit';
import { loadWords } from '../kit/i18n.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem, fetchJson } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';

/** Ending the mail that an address gets, for whose mail program does not do it by itself. */
export class MailStop extends LitElement {
  static properties = {
    language: {},
    words: { state: true },
    isStopped: { state: true },
    trouble: { state: true },
    isBusy: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: var(--omloop-space-4);
      }

      h1 {
        font-size: var(--omloop-font-size-4);
        margin: 0;
      }

      button {
        background: var(--omloop-color-action);
        border: 0;
        border-radius: var(--omloop-radius);
        color: var(--omloop-color-on-action);
        cursor: pointer;
        font: inherit;
        font-weight: var(--omloop-font-weight-strong);
        min-block-size: 64px;
        padding-inline: var(--omloop-space-4);
      }
    `,
  ];

  constructor() {
    super();
    this.language = '';
    /** @type {import('../kit/i18n.js').Words | null} */
    this.words = null;
    this.isStopped = false;
    /** Key of the words that say what went wrong; empty where nothing did. */
    this.trouble = '';
    this.isBusy = false;
  }

  async willUpdate(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has('language') && this.language) {
      this.words = await loadWords(this.language, (language) => import(`../kit/i18n/mail-stop-${language}.js`));
    }
  }

  render() {
    if (!this.words) {
      return nothing;
    }
    const t = this.words.t.bind(this.words);
    if (this.isStopped) {
      return html`<div role="status" tabindex="-1"><h1>${t('mail-stop.stopped')}</h1></div>
        <p>${t('mail-stop.again')}</p>`;
    }
    return html`<h1>${t('mail-stop.title')}</h1>
      <p>${t('mail-stop.what')}</p>
      <p role="alert" tabindex="-1">${this.trouble ? t(this.trouble) : nothing}</p>
      <button type="button" ?disabled=${this.isBusy} @click=${() => this.#stop()}>${t('mail-stop.stop')}</button>`;
  }

  async #stop() {
    this.isBusy = true;
    this.trouble = '';
    try {
      await fetchJson(`/v1/mail/stops/${encodeURIComponent(location.hash.slice(1))}`, {
        method: 'POST',
        body: 'List-Unsubscribe=One-Click',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      });
      this.isStopped = true;
      await this.updateComplete;
      /** @type {HTMLElement} */ (this.renderRoot.querySelector('[role=status]')).focus(); // what was tapped is gone
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      const isBroken = cause instanceof Problem && (cause.status === 400 || cause.status === 404);
      this.trouble = isBroken ? 'mail-stop.broken' : 'mail-stop.no-answer';
      await this.updateComplete;
      /** @type {HTMLElement} */ (this.renderRoot.querySelector('[role=alert]')).focus();
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('om-mail-stop', MailStop);
