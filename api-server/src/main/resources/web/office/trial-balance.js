import { html, nothing } from 'lit';
import { BooksSection } from './books-section.js';

const PATH = '/v1/books/trial-balance';

/** Opening, debits, credits and closing of every account over a period, and the files of a year. */
export class TrialBalance extends BooksSection {
  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <h2>${t('books.trial')}</h2>
      <form @submit=${this.#show}>
        <label>${t('books.first-day')} <input name="from" type="date" .value=${this.found?.from ?? ''} /></label>
        <label>${t('books.last-day')} <input name="until" type="date" .value=${this.found?.until ?? ''} /></label>
        <button ?disabled=${this.isBusy}>${t('office.show')}<span class="visually-hidden">: ${t('books.trial')}</span></button>
      </form>
      ${this.saying()} ${this.found ? this.#content(this.found) : nothing}
    `;
  }

  #show(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    const asked = new URLSearchParams();
    for (const name of ['from', 'until']) {
      const day = String(form.get(name) ?? '');
      if (day) {
        asked.set(name, day);
      }
    }
    this.read(asked.size === 0 ? PATH : `${PATH}?${asked}`);
  }

  #content(/** @type {any} */ { accounts, types, total, from, until }) {
    const t = this.words.t.bind(this.words);
    const path = `${PATH}?from=${from}&until=${until}`;
    const year = until.slice(0, 4);
    return html`
      ${this.table(t('books.by-type'), this.#columns('books.type'), [
        ...types.map((each) => [t(`books.type-${each.type}`), ...this.#sums(each)]),
        [t('books.together'), ...this.#sums(total)],
      ])}
      <details>
        <summary>${t('books.by-account', { count: this.words.number(accounts.length) })}</summary>
        ${this.table(
          t('books.trial'),
          this.#columns('books.account'),
          accounts.map((each) => [this.nameOf(each.account), ...this.#sums(each)]),
        )}
      </details>
      <button type="button" ?disabled=${this.isBusy} @click=${() => this.save(path, 'text/csv', `trial-balance-${until}.csv`)}>
        ${t('office.csv')}<span class="visually-hidden">: ${t('books.trial')}</span>
      </button>
      <p>${t('books.xaf-note')}</p>
      <button
        type="button"
        ?disabled=${this.isBusy}
        @click=${() => this.save(`/v1/books/audit-file?year=${year}`, 'application/xml', `xaf-4.0-unconfirmed-${year}.xml`)}
      >
        ${t('books.xaf', { year })}
      </button>
    `;
  }

  #columns(/** @type {string} */ first) {
    return [first, 'books.opening', 'books.debits', 'books.credits', 'books.closing'];
  }

  #sums(/** @type {{opening: number, debits: number, credits: number, closing: number}} */ sums) {
    return [sums.opening, sums.debits, sums.credits, sums.closing].map((each) => this.amount(each));
  }
}

customElements.define('om-trial-balance', TrialBalance);
