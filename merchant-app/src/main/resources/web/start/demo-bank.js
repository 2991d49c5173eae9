import { LitElement, css, html, nothing } from 'lit';
import { fileChoice } from '../kit/file-choice.js';
import { loadWords } from '../kit/i18n.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem, fetchJson } from '../kit/member-client.js';
import { parseAmount } from '../kit/money.js';
import { sharedStyles } from '../kit/shared-styles.js';

const AGAIN_MILLISECONDS = 5_000;

/** @param {string} language @returns {Promise<{texts: Record<string, string>}>} */
const bankTexts = (language) => import(`../kit/i18n/demo-bank-${language}.js`);

/** The counter of the demo's bank: what a visitor does there goes by files and statements, as it would at a real one. */
export class DemoBank extends LitElement {
  static properties = {
    currency: { attribute: false },
    language: {},
    words: { state: true },
    statements: { state: true },
    said: { state: true },
    isBusy: { state: true },
  };

  static styles = [
    sharedStyles,
    fileChoice,
    css`
      :host {
        overflow-wrap: anywhere;
      }

      details {
        border-block-end: 1px solid var(--omloop-color-rule);
        margin-block-start: var(--omloop-space-6);
        padding-block-end: var(--omloop-space-4);
      }

      summary {
        align-content: center;
        cursor: pointer;
        min-block-size: var(--omloop-target-size);
      }

      h2 {
        display: inline;
        font-size: var(--omloop-font-size-3);
      }

      .desks {
        display: grid;
        gap: var(--omloop-space-6);
        grid-template-columns: repeat(auto-fit, minmax(min(18rem, 100%), 1fr));
      }

      section,
      form {
        align-content: start;
        display: grid;
        gap: var(--omloop-space-3);
        grid-template-columns: minmax(0, 1fr);
      }

      h3,
      p {
        margin: 0;
      }

      label {
        display: grid;
        gap: var(--omloop-space-1);
        grid-template-columns: minmax(0, 1fr);
      }

      input:not([type='file']),
      button {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        inline-size: 100%;
        min-block-size: 56px;
        padding-inline: var(--omloop-space-3);
      }

      button {
        cursor: pointer;
      }

      section > a {
        align-content: center;
        min-block-size: var(--omloop-target-size);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('../kit/ledger-client.js').CurrencyFacts | undefined} */
    this.currency = undefined;
    this.language = '';
    /** @type {import('../kit/i18n.js').Words | null} */
    this.words = null;
    /** The files to be had, the latest first; null until the bank has opened. @type {string[] | null} */
    this.statements = null;
    /** Under which desk something is said, and what: the key of a text and its values. @type {{at: string, key: string, values?: Record<string, string>} | null} */
    this.said = null;
    this.isBusy = false;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('language') && this.language) {
      loadWords(this.language, bankTexts).then((words) => (this.words = words));
    }
  }

  connectedCallback() {
    super.connectedCallback();
    this.#ask();
  }

  /** The bank opens a moment after the people come. */
  async #ask() {
    try {
      const { isOpen, statements } = await fetchJson('/demo/bank');
      this.statements = isOpen ? statements : null;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
    }
    if (!this.statements && this.isConnected) {
      setTimeout(() => this.#ask(), AGAIN_MILLISECONDS);
    }
  }

  render() {
    if (!this.statements || !this.words) {
      return nothing;
    }
    const t = this.words.t.bind(this.words);
    return html`<details>
      <summary><h2>${t('demo-bank.title')}</h2></summary>
      <p>${t('demo-bank.explanation')}</p>
      <div class="desks">${this.#paying()} ${this.#bringing()} ${this.#fetching()}</div>
    </details>`;
  }

  #paying() {
    const t = this.words.t.bind(this.words);
    return html`<section aria-labelledby="pay">
      <h3 id="pay">${t('demo-bank.pay')}</h3>
      <p>${t('demo-bank.pay-how')}</p>
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#pay(event)}>
        <label>${t('demo-bank.reference')}<input name="text" autocomplete="off" required maxlength="140" /></label>
        <label>${t('demo-bank.amount')}<input name="amount" autocomplete="off" inputmode="decimal" required /></label>
        <label>${t('demo-bank.payer')}<input name="name" autocomplete="off" required maxlength="70" /></label>
        <button ?disabled=${this.isBusy}>${t('demo-bank.do-pay')}</button>
      </form>
      ${this.#saidAt('pay')}
    </section>`;
  }

  #bringing() {
    const t = this.words.t.bind(this.words);
    return html`<section aria-labelledby="bring">
      <h3 id="bring">${t('demo-bank.file')}</h3>
      <p>${t('demo-bank.file-how')}</p>
      <label class="file">
        ${t('demo-bank.choose')}
        <input
          type="file"
          accept=".xml"
          ?disabled=${this.isBusy}
          @change=${(/** @type {Event} */ event) => this.#bring(event)}
        />
      </label>
      ${this.#saidAt('bring')}
    </section>`;
  }

  #fetching() {
    const t = this.words.t.bind(this.words);
    return html`<section aria-labelledby="fetch">
      <h3 id="fetch">${t('demo-bank.statement')}</h3>
      <p>${t('demo-bank.statement-how')}</p>
      <button type="button" ?disabled=${this.isBusy} @click=${() => this.#make()}>${t('demo-bank.make')}</button>
      ${this.#saidAt('fetch')}
      ${this.statements.map((name) => {
        const [, number, day] = /^0*(\d+)-(.+)\.xml$/.exec(name);
        return html`<a href="/demo/bank/statements/${name}" download=${name}>
          ${t('demo-bank.save', { number, day: this.words.day(day) })}
        </a>`;
      })}
    </section>`;
  }

  #saidAt(/** @type {string} */ desk) {
    return html`<p role="status">${this.said?.at === desk ? this.words.t(this.said.key, this.said.values) : nothing}</p>`;
  }

  async #pay(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const typed = new FormData(form);
    const amount = parseAmount(String(typed.get('amount')), this.currency, this.words.locale);
    if (!amount) {
      this.said = { at: 'pay', key: 'demo-bank.no-amount' };
      return;
    }
    const transfer = { text: typed.get('text'), cents: amount, name: typed.get('name') };
    await this.#visit('pay', '/demo/bank/transfers', JSON.stringify(transfer), () => {
      form.reset();
      return { key: 'demo-bank.was-paid' };
    });
  }

  async #bring(/** @type {Event} */ event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const [file] = input.files;
    if (file) {
      await this.#visit('bring', '/demo/bank/payments', file, ({ paid, refused }) =>
        refused
          ? { key: `demo-bank.refused-${refused}` }
          : { key: 'demo-bank.taken', values: { count: this.words.number(paid) } },
      );
      input.value = ''; // the same file may be brought again
    }
  }

  #make() {
    const before = this.statements[0];
    return this.#visit('fetch', '/demo/bank/statements', '', ({ statements }) => ({
      key: statements[0] === before ? 'demo-bank.nothing-new' : 'demo-bank.made',
    }));
  }

  /**
   * @param {string} at the desk
   * @param {string} path
   * @param {BodyInit} body
   * @param {(answer: any) => {key: string, values?: Record<string, string>}} tell
   */
  async #visit(at, path, body, tell) {
    this.isBusy = true;
    try {
      const answer = await fetchJson(path, { method: 'POST', body });
      this.said = { at, ...tell(answer) };
      this.statements = answer.statements ?? this.statements;
    } catch (cause) {
      if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
        throw cause;
      }
      this.said = { at, key: 'demo-bank.trouble' };
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('om-demo-bank', DemoBank);
