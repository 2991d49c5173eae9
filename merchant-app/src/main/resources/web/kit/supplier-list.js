import { LitElement, css, html, nothing } from 'lit';
import { NoAnswer } from './ledger-client.js';
import { Problem } from './member-client.js';
import { sharedStyles } from './shared-styles.js';
import { divisionName, loadSupplyWords } from './supply-words.js';

/** How many of each kind are shown at first, and how many more each time. */
const SHOWN = 10;

/** Why somebody is named, the strongest reason first. */
const REASONS = ['redeemed', 'bought', 'trade'];

/**
 * @typedef {object} Supplier as the API has it
 * @property {string} account
 * @property {string} sector a division, or '?'
 * @property {'same-area' | 'near' | 'elsewhere'} distance
 * @property {string[]} reasons
 * @property {string} name
 * @property {string} street
 * @property {string} neighbourhood
 * @property {boolean} takesPayments
 */

/**
 * Where an organisation can spend what it took: members that sell what it exchanged money for, that it paid before, or
 * that sell what its trade buys; never a figure of any of them.
 *
 * @fires chosen - with the account as detail: it is to be paid
 * @fires places - somebody wants to see all members
 * @fires done - somebody goes back
 */
export class SupplierList extends LitElement {
  static properties = {
    client: { attribute: false },
    words: { attribute: false },
    way: {},
    suppliers: { state: true },
    spoken: { state: true },
    isLost: { state: true },
    opened: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host,
      section {
        display: grid;
        gap: var(--omloop-space-4);
        grid-template-columns: minmax(0, 1fr);
        overflow-wrap: anywhere;
      }

      h1,
      h2,
      p,
      ul {
        margin: 0;
        padding: 0;
      }

      h1 {
        font-size: var(--omloop-font-size-3);
      }

      h2 {
        font-size: var(--omloop-font-size-2);
      }

      ul {
        list-style: none;
      }

      /* What speaks when there is something to say takes no room before. */
      p:empty {
        position: absolute;
      }

      li {
        align-items: center;
        border-block-start: 1px solid var(--omloop-color-rule);
        display: flex;
        flex-wrap: wrap;
        gap: var(--omloop-space-2) var(--omloop-space-4);
        justify-content: space-between;
        padding-block: var(--omloop-space-3);
      }

      .who {
        flex: 1 1 14rem;
      }

      .name {
        font-weight: var(--omloop-font-weight-strong);
      }

      .muted {
        color: var(--omloop-color-text-muted);
      }

      button,
      .way {
        align-items: center;
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        cursor: pointer;
        display: inline-flex;
        font: inherit;
        justify-content: center;
        min-block-size: 56px;
        min-inline-size: 6rem;
        padding-inline: var(--omloop-space-4);
        text-decoration: none;
      }
    `,
  ];

  /** Whose words are on their way or here. */
  #asked = '';

  constructor() {
    super();
    /** @type {import('./member-client.js').MemberClient | undefined} */
    this.client = undefined;
    /** @type {import('./i18n.js').Words | undefined} */
    this.words = undefined;
    /** How somebody is paid from here: by this page, by the wallet on this device, or by another device. @type {'here' | 'wallet' | 'elsewhere'} */
    this.way = 'here';
    /** @type {Supplier[] | null} null until they are known */
    this.suppliers = null;
    /** The page's words with those about suppliers. @type {import('./i18n.js').Words | null} */
    this.spoken = null;
    this.isLost = false;
    /** How many are shown, by reason; of others the first. @type {Record<string, number>} */
    this.opened = {};
  }

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  willUpdate() {
    if (this.words && this.#asked !== this.words.language) {
      this.#speak(this.words.language);
    }
  }

  async #speak(/** @type {string} */ language) {
    this.#asked = language; // words that do not come are asked for again, and once is enough
    this.spoken = await loadSupplyWords(language);
  }

  async #read() {
    this.isLost = false;
    try {
      this.suppliers = (await this.client.ask(`/v1/accounts/${this.client.account}/suppliers`)).suppliers;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.isLost = true;
    }
  }

  render() {
    const back = html`<button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>
      ${this.words.t('wallet.back')}
    </button>`;
    if (!this.spoken) {
      return html`${back}
        <p role="status">${this.words.t('wallet.reading')}</p>`;
    }
    const t = this.spoken.t.bind(this.spoken);
    return html`
      ${back}
      <h1>${t('supply.title')}</h1>
      <p>${t('supply.intro')}</p>
      <p role="status">${this.isLost ? t('supply.unread') : this.suppliers ? nothing : t('supply.reading')}</p>
      ${this.isLost
        ? html`<button type="button" @click=${() => this.#read()}>${t('supply.again')}</button>`
        : nothing}
      ${this.suppliers?.length === 0 ? html`<p>${t('supply.nobody')}</p>` : nothing}
      ${REASONS.map((reason) => this.#named(reason))}
      ${this.suppliers?.length > 0 && this.way === 'elsewhere' ? html`<p>${t('supply.how')}</p>` : nothing}
      ${this.way === 'here'
        ? html`<button type="button" @click=${() => this.dispatchEvent(new Event('places'))}>${t('supply.all')}</button>`
        : nothing}
      ${this.suppliers?.length > 0 ? html`<p class="muted">${t('supply.private')}</p>` : nothing}
    `;
  }

  /** Those who are named for that reason first; the section's head says it of all of them. */
  #named(/** @type {string} */ reason) {
    const named = (this.suppliers ?? []).filter(({ reasons }) => reasons[0] === reason);
    if (named.length === 0) {
      return nothing;
    }
    const shown = named.slice(0, this.opened[reason] ?? SHOWN);
    const t = this.spoken.t.bind(this.spoken);
    return html`<section aria-labelledby=${reason}>
      <h2 id=${reason} tabindex="-1">${t(`supply.${reason}`)}</h2>
      <ul>
        ${shown.map((each) => this.#supplier(each))}
      </ul>
      ${shown.length < named.length
        ? html`<button type="button" id=${`more-${reason}`} @click=${() => this.#open(reason)}>
            ${t('supply.more', { count: named.length - shown.length })}
          </button>`
        : nothing}
    </section>`;
  }

  #supplier(/** @type {Supplier} */ supplier) {
    const t = this.spoken.t.bind(this.spoken);
    const { name, street, neighbourhood, sector, distance, reasons } = supplier;
    return html`<li>
      <div class="who">
        <p class="name">${name}</p>
        <p>${divisionName(sector, this.spoken)}, ${t(`supply.${distance}`)}</p>
        <p class="muted">${street}, ${neighbourhood}</p>
        ${reasons.slice(1).includes('bought') ? html`<p class="muted">${t('supply.why-bought')}</p>` : nothing}
      </div>
      ${supplier.takesPayments ? this.#way(supplier) : html`<p>${t('supply.not-now')}</p>`}
    </li>`;
  }

  #way(/** @type {Supplier} */ { account, name }) {
    const t = this.spoken.t.bind(this.spoken);
    const whom = html`<span class="visually-hidden">: ${name}</span>`;
    switch (this.way) {
      case 'here':
        return html`<button
          type="button"
          @click=${() => this.dispatchEvent(new CustomEvent('chosen', { detail: account }))}
        >
          ${t('supply.pay')}${whom}
        </button>`;
      case 'wallet':
        return html`<a class="way" href=${`/wallet#pay=${account}`}>${t('supply.pay-in-wallet')}${whom}</a>`;
      default:
        return nothing;
    }
  }

  /** With the last of them the button goes, and with it where somebody was. */
  async #open(/** @type {string} */ reason) {
    this.opened = { ...this.opened, [reason]: (this.opened[reason] ?? SHOWN) + SHOWN };
    await this.updateComplete;
    if (!this.renderRoot.querySelector(`#more-${reason}`)) {
      /** @type {HTMLElement} */ (this.renderRoot.querySelector(`#${reason}`)).focus();
    }
  }
}

customElements.define('om-supplier-list', SupplierList);
