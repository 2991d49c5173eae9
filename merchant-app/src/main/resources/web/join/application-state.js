import { LitElement, css, html, nothing } from 'lit';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem, fetchJson } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { linkOf } from './applied.js';

const UNKNOWN = 404;

/**
 * What became of an application, for whoever sent it.
 *
 * @fires again - somebody wants to apply anew
 */
export class ApplicationState extends LitElement {
  static properties = {
    words: { attribute: false },
    code: {},
    found: { state: true },
    fault: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: var(--omloop-space-4);
        overflow-wrap: anywhere;
      }

      h1 {
        font-size: var(--omloop-font-size-4);
        margin: 0;
      }

      p {
        margin: 0;
      }

      button {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        cursor: pointer;
        font: inherit;
        min-block-size: 56px;
        padding-inline: var(--omloop-space-3);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    this.code = '';
    /** As the API has it. @type {any} */
    this.found = null;
    /** Key of the words about what went wrong. */
    this.fault = '';
  }

  willUpdate(/** @type {Map<string, unknown>} */ changed) {
    if (changed.has('code') && this.code) {
      this.#read();
    }
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`<h1>${t('apply.state-title')}</h1>
      <div role="status">${this.fault ? html`<p>${t(this.fault)}</p>` : this.found ? this.#said() : nothing}</div>
      ${this.found
        ? html`<p>${t('apply.come-back')} <a href=${linkOf(this.code, location)}>${linkOf(this.code, location)}</a></p>`
        : nothing}
      <button type="button" @click=${() => this.#read()}>${t('apply.look-again')}</button>
      <button type="button" @click=${() => this.dispatchEvent(new Event('again'))}>${t('apply.anew')}</button>`;
  }

  #said() {
    const t = this.words.t.bind(this.words);
    const { state, madeAt, decidedAt, reason, words } = this.found;
    return html`<p>${t('apply.sent-on', { time: this.words.moment(new Date(madeAt)) })}</p>
      <p><strong>${t(`apply.state-${state}`)}</strong></p>
      ${decidedAt ? html`<p>${t('apply.decided-on', { time: this.words.moment(new Date(decidedAt)) })}</p>` : nothing}
      ${reason ? html`<p>${this.words.known(`apply.reason-${reason}`, 'apply.reason-other', reason)}</p>` : nothing}
      ${words ? html`<p>${t('apply.office-says')}</p><blockquote>${words}</blockquote>` : nothing}`;
  }

  async #read() {
    this.fault = '';
    try {
      this.found = await fetchJson('/v1/applications/states', {
        method: 'POST',
        body: JSON.stringify({ code: this.code }),
        headers: { 'Content-Type': 'application/json', 'Accept-Language': this.words.language },
      });
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.found = null;
      this.fault = cause instanceof Problem && cause.status === UNKNOWN ? 'apply.state-gone' : 'apply.no-answer';
    }
  }
}

customElements.define('om-application-state', ApplicationState);
