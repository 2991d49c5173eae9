import { LitElement, html, nothing } from 'lit';
import '../kit/amount-text.js';
import { loadWords } from '../kit/i18n.js';
import { LedgerClient, NoAnswer } from '../kit/ledger-client.js';
import '../kit/page-header.js';
import { sharedStyles } from '../kit/shared-styles.js';
import '../kit/theme-switch.js';
import './connection-line.js';
import { places, principles, verification } from './explanations.js';
import './figure-list.js';
import { FiguresFeed } from './figures-feed.js';
import './money-flow.js';
import './people-list.js';
import './refusal-list.js';

const RETRY_MILLISECONDS = 5000;

/**
 * The first page: what Omloop is, how this circuit is doing, and how to check it. Composes and
 * fetches; the elements below it only show. Stands in the page itself rather than in a shadow, so
 * that landmarks, headings and links into the page work as in any document.
 */
export class StartPage extends LitElement {
  static properties = {
    words: { state: true },
    currency: { state: true },
    news: { state: true },
  };

  #language = '';
  #client = new LedgerClient();
  #feed = new FiguresFeed(this.#client);
  #followSight = () => (document.hidden ? this.#feed.stop() : this.#feed.start());

  constructor() {
    super();
    /** @type {import('../kit/i18n.js').Words | null} */
    this.words = null;
    /** @type {import('../kit/ledger-client.js').CurrencyFacts | null} */
    this.currency = null;
    this.news = this.#feed.news;
    this.#feed.addEventListener('news', () => (this.news = this.#feed.news));
  }

  createRenderRoot() {
    document.adoptedStyleSheets.push(sharedStyles.styleSheet);
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#followSight);
    this.#followSight();
    this.#speak(document.documentElement.lang);
    this.#askCurrency();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#followSight);
    this.#feed.stop();
  }

  render() {
    if (!this.words) {
      return nothing;
    }
    return html`
      <a class="skip-link" href="#content">${this.words.t('page.skip')}</a>
      ${this.currency?.demo ? html`<p class="demo">${this.words.t('page.demo')}</p>` : nothing}
      <om-page-header
        .circuit=${this.currency?.name}
        .words=${this.words}
        @language-chosen=${({ detail }) => this.#speak(detail)}
      ></om-page-header>
      <main id="content" tabindex="-1">
        ${this.#opening()}
        ${this.currency?.demo
          ? html`<om-people-list .currency=${this.currency} .words=${this.words}></om-people-list>`
          : nothing}
        ${this.#flow()} ${this.#figures()} ${principles(this.words)}
        ${verification(this.words, this.news.checkpoint)} ${places(this.words)}
      </main>
      <footer>
        <p>${this.words.t('page.not-a-coin')}</p>
        <om-theme-switch .words=${this.words}></om-theme-switch>
      </footer>
    `;
  }

  #opening() {
    return html`
      <section class="opening">
        <div>
          <h1>${this.words.t('opening.title')}</h1>
          <p class="lead">${this.words.t('opening.lead')}</p>
        </div>
        <div class="now">
          <p>${this.words.t('opening.now')}</p>
          <p class="now-amount">${this.#inCirculation()}</p>
          <om-connection-line
            .connection=${this.news.connection}
            .heardAt=${this.news.heardAt}
            .words=${this.words}
          ></om-connection-line>
        </div>
      </section>
    `;
  }

  #inCirculation() {
    if (!this.news.figures || !this.currency) {
      return html`<span class="unknown">…</span>`;
    }
    const amount = this.news.figures.inCirculation;
    return amount === null
      ? '.'
      : html`<om-amount-text .amount=${amount} .currency=${this.currency} .words=${this.words}></om-amount-text>`;
  }

  #flow() {
    return html`
      <section aria-labelledby="flow">
        <h2 id="flow">${this.words.t('flow.title')}</h2>
        ${this.#onceHeard(
          () => html`<om-money-flow
            .figures=${this.news.figures}
            .currency=${this.currency}
            .words=${this.words}
          ></om-money-flow>`,
        )}
      </section>
    `;
  }

  #figures() {
    return html`
      <section aria-labelledby="figures">
        <h2 id="figures">${this.words.t('figures.title')}</h2>
        <p class="explanation">${this.words.t('figures.explanation')}</p>
        ${this.#onceHeard(
          () => html`<om-figure-list
              .figures=${this.news.figures}
              .currency=${this.currency}
              .words=${this.words}
            ></om-figure-list>
            <div class="refusals">
              <div>
                <h3>${this.words.t('refusals.title')}</h3>
                <p>${this.words.t('refusals.explanation')}</p>
              </div>
              <om-refusal-list .refusals=${this.news.figures.refusals} .words=${this.words}></om-refusal-list>
            </div>`,
        )}
      </section>
    `;
  }

  /** What rests on figures shows once there are some, and then keeps showing the last. */
  #onceHeard(show) {
    return this.currency && this.news.figures
      ? show()
      : html`<p class="unknown">${this.words.t('figures.not-yet-heard')}</p>`;
  }

  async #speak(language) {
    this.#language = language;
    const words = await loadWords(language);
    if (language !== this.#language) {
      return; // another one was chosen meanwhile
    }
    this.words = words;
    document.documentElement.lang = language;
    document.title = this.words.t('page.title');
  }

  async #askCurrency() {
    try {
      this.currency = await this.#client.currency();
    } catch (cause) {
      if (!(cause instanceof NoAnswer)) {
        throw cause;
      }
      setTimeout(() => this.#askCurrency(), RETRY_MILLISECONDS);
    }
  }
}

customElements.define('om-start-page', StartPage);
