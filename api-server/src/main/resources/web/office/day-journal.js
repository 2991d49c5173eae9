import { html, nothing } from 'lit';
import { BooksSection } from './books-section.js';

const PATH = '/v1/books/journal';

/** Kinds that move money, as somebody looks for them. */
const KINDS = [
  'issue',
  'grant',
  'purchase',
  'b2b',
  'wage',
  'gift',
  'contribution',
  'demurrage',
  'refund',
  'redeem',
  'paid-out',
  'returned',
  'statement',
  'policy',
  'programme',
  'refused',
];

/** The journal of one day, of one kind or account if wished. */
export class DayJournal extends BooksSection {
  #asked = '';

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <h2>${t('books.journal')}</h2>
      <form @submit=${this.#show}>
        <label>${t('books.day')} <input name="day" type="date" .value=${this.found?.day ?? ''} /></label>
        <label>
          ${t('audit.kind')}
          <select name="kind">
            <option value="">${t('books.any-kind')}</option>
            ${KINDS.map((kind) => html`<option value=${kind}>${t(`kind.${kind}`)}</option>`)}
          </select>
        </label>
        <label>${t('books.account')} <input name="ofAccount" autocomplete="off" spellcheck="false" /></label>
        <button ?disabled=${this.isBusy}>${t('office.show')}<span class="visually-hidden">: ${t('books.journal')}</span></button>
      </form>
      ${this.saying()} ${this.found ? this.#content(this.found) : nothing}
    `;
  }

  #show(/** @type {SubmitEvent} */ event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.currentTarget));
    const asked = new URLSearchParams();
    for (const name of ['day', 'kind', 'ofAccount']) {
      const value = String(form.get(name) ?? '').trim();
      if (value) {
        asked.set(name, value);
      }
    }
    this.#asked = asked.toString();
    this.read(`${PATH}?${this.#asked}`);
  }

  #content(/** @type {any} */ { entries, next, day }) {
    const t = this.words.t.bind(this.words);
    return html`
      ${entries.length === 0
        ? html`<p>${t('books.no-entries')}</p>`
        : this.table(
            t('books.journal'),
            ['audit.index', 'books.moment', 'audit.kind', 'books.debited', 'books.credited'],
            entries.map((each) => this.#row(each)),
          )}
      ${next
        ? html`<button type="button" ?disabled=${this.isBusy} @click=${() => this.#further(next)}>
            ${t('books.further')}
          </button>`
        : nothing}
      <button type="button" ?disabled=${this.isBusy} @click=${() => this.#save(day)}>
        ${t('office.csv')}<span class="visually-hidden">: ${t('books.journal')}</span>
      </button>
    `;
  }

  #row(/** @type {any} */ { index, time, kind, postings }) {
    return [
      this.words.number(index),
      this.words.time(new Date(time)),
      this.words.known(`kind.${kind}`, 'kind.unknown', kind),
      this.#side(postings, 'debit'),
      this.#side(postings, 'credit'),
    ];
  }

  #side(/** @type {any[]} */ postings, /** @type {string} */ wanted) {
    return postings
      .filter(({ side }) => side === wanted)
      .map(({ account, amount }) => html`<span>${this.nameOf(account)} ${this.amount(amount)} </span>`);
  }

  async #further(/** @type {string} */ cursor) {
    const before = this.found;
    await this.read(`${PATH}?${this.#withDay(before.day)}&cursor=${encodeURIComponent(cursor)}`);
    if (this.found !== before) {
      this.found = { ...this.found, entries: [...before.entries, ...this.found.entries] };
    }
  }

  #save(/** @type {string} */ day) {
    this.save(`${PATH}?${this.#withDay(day)}`, 'text/csv', `journal-${day}.csv`);
  }

  #withDay(/** @type {string} */ day) {
    const asked = new URLSearchParams(this.#asked);
    asked.set('day', day);
    return asked;
  }
}

customElements.define('om-day-journal', DayJournal);
