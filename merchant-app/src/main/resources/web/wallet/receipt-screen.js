import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { changeOf, otherParty } from '../kit/entries.js';
import { keepEvidence } from '../kit/evidence.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { download, prove } from './proof.js';

/**
 * One entry of the account: what it was, and whether it is in the books.
 *
 * @fires done - somebody goes back
 */
export class ReceiptScreen extends LitElement {
  static properties = {
    entry: { attribute: false },
    client: { attribute: false },
    members: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    proof: { state: true },
    trouble: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: var(--omloop-space-4);
      }

      h1,
      h2,
      p,
      ul,
      dl,
      dd {
        margin: 0;
        padding: 0;
      }

      h1 {
        font-size: var(--omloop-font-size-3);
      }

      h2 {
        font-size: var(--omloop-font-size-2);
      }

      .amount {
        font-size: var(--omloop-font-size-5);
        font-weight: var(--omloop-font-weight-strong);
      }

      dl {
        display: grid;
        gap: var(--omloop-space-2);
      }

      dt {
        color: var(--omloop-color-text-muted);
      }

      .hash {
        font-family: var(--omloop-font-family-code);
        overflow-wrap: anywhere;
      }

      ul {
        display: grid;
        gap: var(--omloop-space-2);
        list-style: none;
      }

      section {
        background: var(--omloop-color-action-surface);
        border-radius: var(--omloop-radius);
        display: grid;
        gap: var(--omloop-space-3);
        padding: var(--omloop-space-4);
      }

      .wrong {
        background: var(--omloop-color-refused);
        color: var(--omloop-color-on-state);
      }

      button {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: var(--omloop-color-text);
        cursor: pointer;
        font: inherit;
        min-block-size: 56px;
      }

      .primary {
        background: var(--omloop-color-action);
        border-color: var(--omloop-color-action);
        color: var(--omloop-color-on-action);
        font-weight: var(--omloop-font-weight-strong);
      }

      @media print {
        button {
          display: none;
        }
      }
    `,
  ];

  /** @type {{leaf: string, proof: string} | null} as the server gave it */
  #receipt = null;

  constructor() {
    super();
    /** @type {any} as the API has it */
    this.entry = undefined;
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** @type {import('../kit/ledger-client.js').CurrencyFacts | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {import('./proof.js').Proof | null} */
    this.proof = null;
    this.trouble = '';
  }

  render() {
    const t = this.words.t.bind(this.words);
    const { account } = this.client;
    const other = otherParty(this.entry, account);
    const name = other && (this.members.of(other)?.name ?? t('bill.account', { account: other.slice(-4) }));
    return html`
      <button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${t('wallet.back')}</button>
      <h1>${name || this.words.known(`kind.${this.entry.kind}`, 'kind.unknown', this.entry.kind)}</h1>
      <p class="amount">
        <om-amount-text
          .amount=${changeOf(this.entry, account)}
          .currency=${this.currency}
          .words=${this.words}
        ></om-amount-text>
      </p>
      <dl>
        ${this.#fact('bill.kind', this.words.known(`kind.${this.entry.kind}`, 'kind.unknown', this.entry.kind))}
        ${this.#fact('bill.when', this.words.dateAndTime(new Date(this.entry.bookedAt)))}
        ${this.#fact('bill.entry', this.words.number(this.entry.index))}
      </dl>
      ${this.proof
        ? this.#outcome(this.proof)
        : html`<button type="button" class="primary" @click=${() => this.#prove()}>${t('bill.right')}</button>`}
      <p role="alert">${this.trouble ? t(this.trouble) : nothing}</p>
      <button type="button" @click=${() => print()}>${t('bill.print')}</button>
    `;
  }

  #fact(/** @type {string} */ name, /** @type {string} */ value) {
    return html`<div>
      <dt>${this.words.t(name)}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  #outcome(/** @type {import('./proof.js').Proof} */ { steps, why, checked }) {
    const t = this.words.t.bind(this.words);
    return html`<section class=${why ? 'wrong' : ''}>
      <div role="status"><h2>${t(why ? 'bill.wrong' : 'bill.counts')}</h2></div>
      <ul>
        ${steps.map(
          ({ step, holds }) => html`<li>${holds ? '✓' : holds === null ? '–' : '✕'} ${t(`bill.step-${step}${holds === null ? '-other' : ''}`)}</li>`,
        )}
      </ul>
      ${why ? html`<p>${t(why)}</p><p>${t('bill.kept')}</p>` : nothing}
      ${checked && !why
        ? html`<p>${t('bill.place', { index: this.words.number(checked.index), size: this.words.number(checked.size) })}</p>
            <p class="hash">${checked.root}</p>`
        : nothing}
      <button type="button" @click=${() => download(this.#receipt, String(this.entry.index))}>${t('bill.share')}</button>
    </section>`;
  }

  async #prove() {
    this.trouble = '';
    try {
      this.#receipt = await this.client.receipt(this.entry.index);
      const proof = await prove(this.#receipt, this.client.key, this.currency.logKey, this.client.origin);
      if (proof.checked && proof.checked.index !== this.entry.index) {
        proof.why ||= 'receipt.other-entry';
      }
      if (proof.why) {
        await keepEvidence(String(this.entry.index), this.#receipt);
      }
      this.proof = proof;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.trouble = 'device.no-answer';
    }
  }
}

customElements.define('om-receipt-screen', ReceiptScreen);
