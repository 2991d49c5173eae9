import { html, nothing } from 'lit';
import { Again } from './again.js';
import { BooksSection } from './books-section.js';

const ASK_AGAIN_MILLIS = 2000;

/** Every audit check with what it rests on; those that differ stand in front and open. */
export class AuditChecks extends BooksSection {
  constructor() {
    super();
    new Again(this, () => this.#ask(), ASK_AGAIN_MILLIS);
  }

  /** Whether to ask again: the books are still being read. */
  async #ask() {
    await this.read('/v1/books/checks');
    return Boolean(this.found?.isRunning);
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <h2>${t('books.checks')}</h2>
      <p role="status">${this.#state()}</p>
      <p role="alert">${this.outcome || (this.found?.isUnreadable ? t('books.unreadable') : '')}</p>
      ${this.found?.madeAt ? this.#checks(this.found) : nothing}
    `;
  }

  #state() {
    const t = this.words.t.bind(this.words);
    if (!this.found || this.found.isRunning) {
      const done = this.found?.done ?? 0;
      return done > 0 ? t('books.running', { count: this.words.number(done) }) : t('books.starting');
    }
    return '';
  }

  #checks(/** @type {any} */ { checks, madeAt, treeSize }) {
    const t = this.words.t.bind(this.words);
    const differing = checks.filter(({ result }) => result !== 'ok');
    const inOrder = checks.filter(({ result }) => result === 'ok');
    return html`
      <p>
        <strong>${differing.length === 0
            ? t('books.all-ok', { count: checks.length })
            : t('books.some-differ', { count: differing.length, all: checks.length })}</strong>
      </p>
      <p class="muted">
        ${t('books.as-of', { time: this.words.dateAndTime(new Date(madeAt)), size: this.words.number(treeSize) })}
      </p>
      ${differing.map((check) => this.#check(check))} ${inOrder.map((check) => this.#check(check))}
    `;
  }

  /** The server writes days as files have them. @param {string} text */
  #inWords(text) {
    return text.replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => this.words.day(day));
  }

  #check(/** @type {any} */ { id, claim, result, differences, evidence }) {
    const t = this.words.t.bind(this.words);
    const language = this.words.language;
    return html`<details ?open=${result !== 'ok'}>
      <summary>
        <strong>${t(result === 'ok' ? 'books.ok' : 'books.difference')}</strong> ${id}:
        ${claim[language]}
      </summary>
      ${differences.map((each) => html`<p><strong>${this.#inWords(each[language])}</strong></p>`)}
      ${evidence.map((each) => html`<p>${this.#inWords(each[language])}</p>`)}
    </details>`;
  }
}

customElements.define('om-audit-checks', AuditChecks);
