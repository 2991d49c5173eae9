import { html, nothing } from 'lit';
import { BooksSection } from './books-section.js';

const ASK_AGAIN_MILLIS = 2000;

/** Every audit check with what it rests on; those that differ stand in front and open. */
export class AuditChecks extends BooksSection {
  #again = 0;

  connectedCallback() {
    super.connectedCallback();
    this.#ask();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#again);
  }

  async #ask() {
    await this.read('/v1/books/checks');
    if (this.found?.isRunning && this.isConnected) {
      this.#again = setTimeout(() => this.#ask(), ASK_AGAIN_MILLIS);
    }
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <h2>${t('books.checks')}</h2>
      <p role="status">${this.#state()}</p>
      <p role="alert">${this.trouble || (this.found?.isUnreadable ? t('books.unreadable') : '')}</p>
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

  #check(/** @type {any} */ { id, claim, result, differences, evidence }) {
    const t = this.words.t.bind(this.words);
    const language = this.words.language;
    return html`<details ?open=${result !== 'ok'}>
      <summary>
        <strong>${t(result === 'ok' ? 'books.ok' : 'books.difference')}</strong> ${id}:
        ${claim[language]}
      </summary>
      ${differences.map((each) => html`<p><strong>${each[language]}</strong></p>`)}
      ${evidence.map((each) => html`<p>${each[language]}</p>`)}
    </details>`;
  }
}

customElements.define('om-audit-checks', AuditChecks);
