import { LitElement, css, html, nothing } from 'lit';
import { LANGUAGES, loadWords } from './i18n.js';
import { NoAnswer } from './ledger-client.js';
import { Problem } from './member-client.js';
import { sharedStyles } from './shared-styles.js';

const EVENTS = ['none', 'at-once', 'daily'];
const STATEMENTS = ['none', 'pdf', 'csv', 'camt', 'mt940'];

/**
 * What somebody was told, and what they want by mail.
 *
 * @fires read - what is listed has been seen
 * @fires done - somebody goes back
 */
export class MessageScreen extends LitElement {
  static properties = {
    client: { attribute: false },
    words: { attribute: false },
    isAlone: { attribute: false },
    told: { state: true },
    mailbox: { state: true },
    spoken: { state: true },
    said: { state: true },
    isBusy: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host,
      section,
      form {
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

      li {
        border-block-start: 1px solid var(--omloop-color-rule);
        display: grid;
        padding-block: var(--omloop-space-3);
      }

      p:empty {
        position: absolute;
      }

      .muted {
        color: var(--omloop-color-text-muted);
      }

      label {
        display: grid;
        gap: var(--omloop-space-1);
      }

      input,
      select,
      button {
        background: var(--omloop-color-surface);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        inline-size: 100%;
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
    /** Whether it is the whole screen, with a way back, and not a part of a page. */
    this.isAlone = true;
    /** @type {{notices: any[], unread: number} | null} null until they are known */
    this.told = null;
    /** What is chosen; empty where this key may not choose. @type {any} */
    this.mailbox = null;
    /** The page's words with those about messages. @type {import('./i18n.js').Words | null} */
    this.spoken = null;
    /** What became of the last tap, in words. */
    this.said = '';
    this.isBusy = false;
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
    this.#asked = language;
    this.spoken = await loadWords(language, (spoken) => import(`./i18n/message-${spoken}.js`));
  }

  async #read() {
    try {
      this.told = await this.client.notices();
      const [latest] = this.told.notices;
      if (this.told.unread > 0) {
        await this.client.readNotices(latest.notice);
        this.dispatchEvent(new Event('read'));
      }
    } catch (cause) {
      this.#require(cause);
      this.said = 'message.lost';
    }
    try {
      this.mailbox = await this.client.mailbox();
    } catch (cause) {
      this.#require(cause);
    }
  }

  #require(/** @type {unknown} */ cause) {
    if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
      throw cause;
    }
  }

  render() {
    const back = this.isAlone
      ? html`<button type="button" @click=${() => this.dispatchEvent(new Event('done'))}>${this.words.t('wallet.back')}</button>`
      : nothing;
    if (!this.spoken) {
      return html`${back}
        <p role="status">${this.words.t('wallet.reading')}</p>`;
    }
    const t = this.spoken.t.bind(this.spoken);
    return html`
      ${back} ${this.isAlone ? html`<h1>${t('message.title')}</h1>` : nothing}
      <section aria-labelledby="list">
        <h2 id="list">${t('message.list')}</h2>
        ${this.told?.notices.length === 0 ? html`<p>${t('message.none')}</p>` : nothing}
        <ul>
          ${this.told?.notices.map((each, place) => this.#notice(each, place < this.told.unread))}
        </ul>
      </section>
      <section aria-labelledby="mail">
        <h2 id="mail">${t('message.mail')}</h2>
        ${this.mailbox ? this.#mail() : html`<p>${t('message.no-right')}</p>`}
      </section>
      <p role="status">${this.said ? this.spoken.known(this.said, 'message.unknown', this.said) : nothing}</p>
    `;
  }

  #notice(/** @type {any} */ { kind, about, at }, /** @type {boolean} */ isNew) {
    const { spoken } = this;
    const text =
      kind === 'statement'
        ? spoken.t('message.statement', { month: spoken.month(about) })
        : spoken.known(`message.${kind}`, 'message.unknown', kind);
    return html`<li>
      <span>${text}${isNew ? html` <strong>(${spoken.t('message.new')})</strong>` : nothing}</span>
      <span class="muted">${spoken.dateAndTime(new Date(at))}</span>
    </li>`;
  }

  #mail() {
    const t = this.spoken.t.bind(this.spoken);
    const { address, pending, language, events, statement } = this.mailbox;
    return html`
      <p>${t('message.mail-how')}</p>
      <form @submit=${(/** @type {SubmitEvent} */ event) => this.#choose(event)}>
        <label>
          ${t('message.address')}
          <input name="address" type="email" autocomplete="email" maxlength="254" .value=${pending || address} />
        </label>
        ${this.#select('language', 'message.language', language, Object.entries(LANGUAGES))}
        ${this.#select('events', 'message.events', events, EVENTS.map((each) => [each, t(`message.events-${each}`)]))}
        ${this.isAlone
          ? this.#select('statement', 'message.statements', statement, STATEMENTS.map((each) => [each, t(`message.statement-${each}`)]))
          : nothing /* the office has books of its own */}
        <button class="strong" ?disabled=${this.isBusy}>${t('message.keep')}</button>
      </form>
      ${pending ? this.#code(pending) : nothing}
    `;
  }

  #select(/** @type {string} */ name, /** @type {string} */ label, /** @type {string} */ chosen, /** @type {string[][]} */ choices) {
    return html`<label>
      ${this.spoken.t(label)}
      <select name=${name}>
        ${choices.map(([value, text]) => html`<option value=${value} ?selected=${value === chosen}>${text}</option>`)}
      </select>
    </label>`;
  }

  #code(/** @type {string} */ address) {
    const t = this.spoken.t.bind(this.spoken);
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#confirm(event)}>
      <p>${t('message.code-sent', { address })}</p>
      <label>
        ${t('message.code')}
        <input name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" required />
      </label>
      <button class="strong" ?disabled=${this.isBusy}>${t('message.confirm')}</button>
    </form>`;
  }

  #choose(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const [address, language, events, statement] = ['address', 'language', 'events', 'statement'].map((name) =>
      String(form.get(name) ?? 'none').trim(),
    );
    return this.#attempt(() => this.client.chooseMail({ address, language, events, statement }), 'message.kept');
  }

  #confirm(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const code = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('code')).trim();
    return this.#attempt(() => this.client.confirmMail(code), 'message.confirmed');
  }

  async #attempt(/** @type {() => Promise<any>} */ work, /** @type {string} */ done) {
    this.said = '';
    this.isBusy = true;
    try {
      this.mailbox = await work();
      this.said = done;
    } catch (cause) {
      this.#require(cause);
      this.said = cause instanceof NoAnswer ? 'message.no-answer' : `message.${/** @type {Problem} */ (cause).name}`;
    } finally {
      this.isBusy = false;
    }
  }
}

customElements.define('om-message-screen', MessageScreen);
