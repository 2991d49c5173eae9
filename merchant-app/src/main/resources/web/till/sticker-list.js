import { LitElement, css, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';
import { readAmount } from '../kit/money.js';
import { sharedStyles } from '../kit/shared-styles.js';
import { newStickerId } from '../kit/sticker-id.js';

const SIZES = ['a7', 'a6', 'a5', 'a4', 'a3'];

/**
 * The codes that stay on a counter or a wall: making one, printing it, ending it.
 *
 * @fires done - somebody goes back
 */
export class StickerList extends LitElement {
  static properties = {
    client: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
    stickers: { state: true },
    outcome: { state: true },
    isBusy: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host,
      form,
      li {
        display: grid;
        gap: var(--omloop-space-3);
      }

      h2,
      p,
      ul {
        margin: 0;
        padding: 0;
      }

      h2 {
        font-size: var(--omloop-font-size-2);
      }

      ul {
        list-style: none;
      }

      li {
        border-block-start: 1px solid var(--omloop-color-rule);
        padding-block: var(--omloop-space-3);
      }

      form,
      .prints {
        align-items: end;
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-3);
      }

      label {
        display: grid;
        flex: 1 1 10rem;
        gap: var(--omloop-space-1);
      }

      input,
      button,
      select {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        min-block-size: 56px;
        min-inline-size: 0;
        padding-inline: var(--omloop-space-3);
      }

      button {
        cursor: pointer;
      }

      .strong {
        background: var(--omloop-color-action);
        border-color: var(--omloop-color-action);
        color: var(--omloop-color-on-action);
      }

      .code {
        font-family: var(--omloop-font-family-code);
      }
    `,
  ];

  /** @type {string} the last one as it was signed: sent again, it is the same bytes */
  #signed = '';

  constructor() {
    super();
    /** @type {import('../kit/member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
    /** @type {any[]} as the API answers, those that count */
    this.stickers = [];
    this.outcome = '';
    this.isBusy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#refresh();
  }

  async #refresh() {
    await this.#attempt(async () => {
      const { stickers } = await this.client.stickers();
      this.stickers = stickers.filter(({ state }) => state === 'active');
    });
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${t('wallet.back')}</button>
      <h2>${t('sticker.title')}</h2>
      <p>${t('sticker.explanation')}</p>
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#make(event)}>
        <label>
          ${t('sticker.text')}
          <input name="text" maxlength="35" autocomplete="off" />
        </label>
        <label>
          ${t('sticker.price')}
          <input name="price" inputmode="decimal" autocomplete="off" />
        </label>
        <button class="strong" ?disabled=${this.isBusy}>${t('sticker.make')}</button>
      </form>
      <p aria-live="assertive">${this.outcome ? t(this.outcome) : nothing}</p>
      <ul>
        ${this.stickers.map((each) => this.#sticker(each))}
      </ul>
    `;
  }

  #sticker(/** @type {any} */ { sticker, text, amount }) {
    const t = this.words.t.bind(this.words);
    return html`<li>
      <span>
        <strong>${text ?? t('sticker.any')}</strong>
        ${amount
          ? html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`
          : t('sticker.open-amount')}
        <span class="code">${sticker}</span>
      </span>
      <form class="prints" @submit=${(/** @type {SubmitEvent} */ event) => this.#print(event, sticker)}>
        <label>
          ${t('sticker.size')}
          <select name="size">
            ${SIZES.map((size) => html`<option value=${size} ?selected=${size === 'a5'}>${t(`sticker.${size}`)}</option>`)}
          </select>
        </label>
        <button value="application/pdf">PDF</button>
        <button value="image/svg+xml">SVG</button>
        <button type="button" @click=${() => this.#end(sticker)}>${t('sticker.end')}</button>
      </form>
    </li>`;
  }

  async #make(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const element = /** @type {HTMLFormElement} */ (event.target);
    const form = new FormData(element);
    const text = String(form.get('text')).trim();
    const typed = String(form.get('price')).trim();
    const amount = readAmount(typed, this.currency);
    if (typed && !amount) {
      this.outcome = 'amount.wrong';
      return;
    }
    await this.#attempt(async () => {
      this.#signed ||= await this.client.key.signJws('omloop-sticker+jws', {
        ledger: this.client.origin,
        payee: this.client.account,
        sticker: newStickerId(),
        iat: Math.floor(Date.now() / 1000),
        ...(text ? { text } : {}),
        ...(amount ? { amount } : {}),
      });
      await this.client.createSticker(this.#signed);
      this.#signed = '';
      this.outcome = 'sticker.made';
      element.reset();
    });
    await this.#refresh();
  }

  #end(/** @type {string} */ sticker) {
    return this.#attempt(async () => {
      await this.client.replaceSticker(sticker);
      this.outcome = 'sticker.ended';
    }).then(() => this.#refresh());
  }

  async #print(/** @type {SubmitEvent} */ event, /** @type {string} */ sticker) {
    event.preventDefault();
    const size = new FormData(/** @type {HTMLFormElement} */ (event.target)).get('size');
    const type = /** @type {HTMLButtonElement} */ (event.submitter).value;
    await this.#attempt(async () => {
      const sheet = await this.client.stickerSheet(sticker, String(size), type);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(sheet);
      link.download = `omloop-${sticker}-${size}.${type === 'application/pdf' ? 'pdf' : 'svg'}`;
      link.click();
      URL.revokeObjectURL(link.href);
    });
  }

  async #attempt(/** @type {() => Promise<void>} */ work) {
    this.isBusy = true;
    try {
      await work();
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      if (cause instanceof Problem) {
        this.#signed = '';
      }
      this.outcome = cause instanceof NoAnswer ? 'device.no-answer' : 'device.no-right';
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('om-sticker-list', StickerList);
