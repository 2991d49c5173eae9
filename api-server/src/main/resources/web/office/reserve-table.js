import { html, nothing } from 'lit';
import { Again } from './again.js';
import { BooksSection } from './books-section.js';

const ASK_AGAIN_MILLIS = 2000;
const SHOWN = 31;

/** The bank held against the books, now and day by day. */
export class ReserveTable extends BooksSection {
  constructor() {
    super();
    new Again(this, () => this.#ask(), ASK_AGAIN_MILLIS);
  }

  /** Whether to ask again: the books are still being read. */
  async #ask() {
    await this.read('/v1/books/reserve');
    return Boolean(this.found?.isRunning);
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <h2>${t('books.reserve')}</h2>
      <p role="status">${!this.found || this.found.isRunning ? t('books.rereading') : nothing}</p>
      <p role="alert">${this.outcome || this.#alarm()}</p>
      ${this.found?.madeAt ? this.#content(this.found) : nothing}
    `;
  }

  #alarm() {
    const difference = this.found?.now?.difference ?? 0;
    return difference === 0 ? '' : this.words.t('books.open-reserve');
  }

  #content(/** @type {any} */ { now, days, unmatched }) {
    const t = this.words.t.bind(this.words);
    if (!now) {
      return html`<p>${t('books.no-statement')}</p>`;
    }
    const recent = days.slice(-SHOWN).reverse();
    return html`
      <p>${t('books.statement-of', { day: this.words.day(now.day) })}</p>
      ${this.table(
        t('books.reserve'),
        ['books.what', 'books.euros'],
        [
          [t('books.bank'), this.amount(now.bank)],
          [t('books.under-way'), this.amount(now.underWay)],
          [t('books.unmatched'), this.amount(-now.unmatched)],
          [t('books.own'), this.amount(-now.own)],
          [t('books.members'), this.amount(now.members)],
          [t('books.programmes'), this.amount(now.programmes)],
          [t('books.fund'), this.amount(now.fund)],
          [t('books.transit'), this.amount(now.transit)],
          [t('books.fees'), this.amount(now.fees)],
          [t('books.outstanding'), this.amount(now.outstanding)],
          [t('books.gap'), this.amount(now.difference)],
        ],
      )}
      ${now.difference === 0 ? html`<p><strong>${t('books.closes')}</strong></p>` : nothing}
      ${unmatched.length === 0 ? nothing : this.#unmatched(unmatched)}
      <details>
        <summary>${t('books.by-day')}</summary>
        ${this.table(
          t('books.by-day'),
          ['books.day', 'books.bank', 'books.under-way', 'books.unmatched', 'books.outstanding', 'books.gap'],
          recent.map((each) => [
            this.words.day(each.day),
            this.amount(each.bank),
            this.amount(each.underWay),
            this.amount(-each.unmatched),
            this.amount(each.outstanding),
            this.amount(each.difference),
          ]),
        )}
      </details>
    `;
  }

  #unmatched(/** @type {any[]} */ lines) {
    const t = this.words.t.bind(this.words);
    return html`<h3>${t('books.lines')}</h3>
      ${this.table(
        t('books.lines'),
        ['books.day', 'books.line', 'books.euros'],
        lines.map((each) => [this.words.day(each.day), each.key, this.amount(each.amount)]),
      )}`;
  }
}

customElements.define('om-reserve-table', ReserveTable);
