import { LitElement, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '../kit/amount-text.js';
import { formatAmount } from '../kit/money.js';

/**
 * Who asks for how much on this phone. Whoever asks is called as the members' list has them, whatever they call themselves.
 * Nothing is paid from here. Stands in the document itself, as the page does.
 *
 * @fires chosen - with an Offer as detail: somebody wants to look at it
 * @fires dismissed - with an Offer as detail: not now
 */
export class OfferList extends LitElement {
  static properties = {
    offers: { attribute: false },
    members: { attribute: false },
    currency: { attribute: false },
    words: { attribute: false },
  };

  constructor() {
    super();
    /** @type {import('./offers.js').Offer[]} */
    this.offers = [];
    /** @type {import('../kit/members.js').Members | undefined} */
    this.members = undefined;
    /** @type {import('../kit/money.js').Currency | undefined} */
    this.currency = undefined;
    /** @type {import('../kit/i18n.js').Words | undefined} */
    this.words = undefined;
  }

  createRenderRoot() {
    return this;
  }

  render() {
    return html`${repeat(
      this.offers,
      ({ request }) => request.request, // what is under a finger stays with its own offer
      (each) => this.#offer(each),
    )}`;
  }

  #offer(/** @type {import('./offers.js').Offer} */ offer) {
    const { payee, amount } = offer.request;
    const name = this.members.of(payee)?.name ?? this.words.t('wallet.stranger', { account: payee.slice(-4) });
    return html`<section>
      <p>
        ${this.words.t('offer.asks', { name })}
        <om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>
      </p>
      <div>
        ${this.#button('look', 'chosen', 'primary', name, offer)} ${this.#button('not-now', 'dismissed', '', name, offer)}
      </div>
    </section>`;
  }

  /** There may be several, and each button says whose it is. */
  #button(
    /** @type {string} */ text,
    /** @type {string} */ event,
    /** @type {string} */ style,
    /** @type {string} */ name,
    /** @type {import('./offers.js').Offer} */ offer,
  ) {
    const amount = formatAmount(offer.request.amount, this.currency, this.words.locale);
    return html`<button
      type="button"
      class=${style}
      @click=${() => this.dispatchEvent(new CustomEvent(event, { detail: offer }))}
    >
      ${this.words.t(`offer.${text}`)}<span class="visually-hidden"> ${this.words.t('offer.which', { name, amount })}</span>
    </button>`;
  }
}

customElements.define('om-offer-list', OfferList);
