import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { keyLetters } from '../kit/device-key.js';
import { outcomeOf } from './outcome.js';
import { approve, batches, book, fetchFile, layReady, readBatch, REASONS, sendBack } from './payouts.js';
import { PayoutSection } from './payout-section.js';

/**
 * Batches on their way: looked at and approved by another person, fetched for the bank, and followed until the bank has
 * paid.
 *
 * @fires freed - a batch was sent back
 */
export class PayoutBatches extends PayoutSection {
  static properties = {
    ...PayoutSection.properties,
    list: { state: true },
    opened: { state: true },
    telling: { state: true },
  };

  constructor() {
    super();
    /** @type {any[] | null} null until they are read */
    this.list = null;
    /** The batch that is looked at. @type {any} */
    this.opened = null;
    /** What somebody is about to say of a payout. @type {{order: string, what: 'paid' | 'back' | 'refused'} | null} */
    this.telling = null;
  }

  async read() {
    this.list = await batches(this.client);
    if (this.opened) {
      this.opened = await readBatch(this.client, this.opened.batch);
    }
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`
      <h2>${t('payout.batches')}</h2>
      ${this.said()} ${this.list?.length === 0 ? html`<p>${t('payout.batches-none')}</p>` : nothing}
      <ul>
        ${repeat(
          this.list ?? [],
          ({ batch }) => batch,
          (each) => this.#line(each),
        )}
      </ul>
    `;
  }

  #line(/** @type {any} */ { batch, draftedAt, count, state }) {
    const t = this.words.t.bind(this.words);
    const isOpen = this.opened?.batch === batch;
    return html`<li>
      <h3 id=${batch}>${t('payout.batch', { time: this.words.dateAndTime(new Date(draftedAt)) })}</h3>
      <span class="line">
        <span>${t('payout.count', { count: this.words.number(count) })}</span>
        <strong>${t(`payout.state-${state}`)}</strong>
      </span>
      <div class="actions">
        <button type="button" aria-expanded=${isOpen} aria-describedby=${batch} @click=${() => this.#open(isOpen ? '' : batch)}>
          ${t(isOpen ? 'payout.close' : 'payout.open')}
        </button>
      </div>
      ${isOpen ? this.#inside(this.opened) : nothing}
    </li>`;
  }

  async #open(/** @type {string} */ batch) {
    this.telling = null;
    this.opened = null;
    if (batch) {
      const { said } = await outcomeOf(this.words, async () => {
        this.opened = await readBatch(this.client, batch);
        return '';
      });
      this.outcome = said;
    }
  }

  #inside(/** @type {any} */ batch) {
    const t = this.words.t.bind(this.words);
    const { by, draftedAt, debtor, executionDate, total, steps, form, sha256, payouts } = batch;
    const date = this.words.day(executionDate);
    return html`
      <span>${t('payout.pays', { name: debtor.name, iban: debtor.iban, date })}</span>
      <span class="amount">${t('payout.total', { amount: this.printed(total) })}</span>
      <span class="muted">${t('payout.drafted-by', this.#who(by, draftedAt))}</span>
      ${steps.map(
        (/** @type {any} */ { kind, by: who, at, reason }) =>
          html`<span class="muted">${t(`payout.step-${kind}`, { ...this.#who(who, at), reason: reason ?? '' })}</span>`,
      )}
      <ul>
        ${repeat(
          payouts,
          (/** @type {any} */ { order }) => order,
          (/** @type {any} */ each) => this.#payout(each),
        )}
      </ul>
      ${sha256
        ? html`<span>${t('payout.print', { form })}: <code>${sha256}</code></span>`
        : html`<p>${t('payout.changed')}</p>`}
      ${this.#decide(batch)}
    `;
  }

  #who(/** @type {string} */ key, /** @type {string} */ at) {
    return { letters: keyLetters(key), time: this.words.dateAndTime(new Date(at)) };
  }

  #decide(/** @type {any} */ batch) {
    const t = this.words.t.bind(this.words);
    switch (batch.state) {
      case 'drafted':
        return html`
          ${batch.maySign ? nothing : html`<p>${t('payout.not-yours')}</p>`}
          ${batch.maySign && batch.sha256
            ? html`<button type="button" class="strong" ?disabled=${this.isBusy} @click=${() => this.#approve(batch)}>
                ${t('payout.approve')}
              </button>`
            : nothing}
          ${this.#wayBack(batch.batch)}
        `;
      case 'approved':
        return html`${this.#handOut(batch.batch)} ${this.#wayBack(batch.batch)}`;
      case 'exported':
        return this.#handOut(batch.batch);
      default:
        return nothing;
    }
  }

  #handOut(/** @type {string} */ batch) {
    return html`<button type="button" class="strong" ?disabled=${this.isBusy} @click=${() => this.#fetch(batch)}>
      ${this.words.t('payout.fetch')}
    </button>`;
  }

  /** Open to everybody of the office until the file is handed out. */
  #wayBack(/** @type {string} */ batch) {
    const t = this.words.t.bind(this.words);
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#sendBack(event, batch)}>
      <label>
        ${t('payout.back-reason')}
        <input name="reason" maxlength="140" required aria-describedby="back-how" />
      </label>
      <p id="back-how" class="muted">${t('bank.why-how')}</p>
      <div class="actions"><button ?disabled=${this.isBusy}>${t('payout.send-back')}</button></div>
    </form>`;
  }

  #approve(/** @type {any} */ looked) {
    return this.run(async () => {
      await approve(this.client, looked);
      return this.words.t('payout.approved');
    });
  }

  async #sendBack(/** @type {SubmitEvent} */ event, /** @type {string} */ batch) {
    event.preventDefault();
    const reason = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('reason')).trim();
    await this.run(async () => {
      await sendBack(this.client, batch, reason);
      this.dispatchEvent(new Event('freed'));
      return this.words.t('payout.sent-back');
    });
  }

  #fetch(/** @type {string} */ batch) {
    return this.run(async () => {
      await fetchFile(this.client, batch);
      return this.words.t('payout.fetched');
    });
  }

  #payout(/** @type {any} */ payout) {
    const t = this.words.t.bind(this.words);
    const { order, state, endToEndId, bank } = payout;
    const ways = { exported: ['paid', 'refused'], booked: ['back'] }[/** @type {string} */ (state)] ?? [];
    const words = { paid: 'payout.on-statement', back: 'payout.came-back', refused: 'payout.refused-by-bank' };
    return html`<li>
      <span id=${order}>${this.facts(payout)}</span>
      ${endToEndId ? html`<code>${endToEndId}</code>` : nothing}
      ${bank ? this.#bank(payout) : nothing}
      ${this.telling?.order === order
        ? this.#tell(this.telling)
        : html`<div class="actions">
            ${ways.map(
              (what) =>
                html`<button
                  type="button"
                  aria-describedby=${order}
                  ?disabled=${!this.rights.includes('operate')}
                  @click=${() => (this.telling = { order, what: /** @type {'paid'} */ (what) })}
                >
                  ${t(words[/** @type {'paid'} */ (what)])}
                </button>`,
            )}
          </div>`}
    </li>`;
  }

  /** What the statement says, as the bank wrote it, and one signature where nothing is odd about it. */
  #bank(/** @type {any} */ { order, bank }) {
    const t = this.words.t.bind(this.words);
    return html`<span class="facts">
        <span>${t(`payout.bank-${bank.kind}`, { date: this.words.day(bank.bookedDate), amount: this.printed(bank.amount) })}</span>
        <span>${bank.name}${bank.iban ? html`, <code>${bank.iban}</code>` : nothing}</span>
        <code>${bank.line}</code>
      </span>
      ${bank.fault
        ? html`<p>${t(`payout.fault-${bank.fault}`)}</p>`
        : html`<div class="actions">
            <button
              type="button"
              class="strong"
              aria-describedby=${order}
              ?disabled=${this.isBusy || !this.rights.includes('operate')}
              @click=${() => this.#book(order, bank)}
            >
              ${t(`payout.book-${bank.kind}`)}
            </button>
          </div>`}`;
  }

  #book(/** @type {string} */ order, /** @type {any} */ bank) {
    return this.run(async () => {
      await book(this.client, order, bank);
      return this.words.t('payout.booked');
    });
  }

  #tell(/** @type {NonNullable<PayoutBatches['telling']>} */ { order, what }) {
    const t = this.words.t.bind(this.words);
    return html`<form @submit=${(/** @type {SubmitEvent} */ event) => this.#layReady(event, order, what)}>
      <p>${t('payout.two')}</p>
      ${what === 'refused'
        ? html`<label>
            ${t('payout.why')}
            <select name="text">
              ${REASONS.map((reason) => html`<option value=${reason}>${t(`payout.why-${reason}`)}</option>`)}
            </select>
          </label>`
        : html`<label>
            ${t('payout.bank-line')}
            <input name="text" required pattern="[A-Za-z0-9._:\\/\\-]{1,64}" autocomplete="off" />
          </label>`}
      <div class="actions">
        <button class="strong" ?disabled=${this.isBusy}>${t('payout.lay-ready')}</button>
        <button type="button" @click=${() => (this.telling = null)}>${t('payout.no')}</button>
      </div>
    </form>`;
  }

  async #layReady(
    /** @type {SubmitEvent} */ event,
    /** @type {string} */ order,
    /** @type {'paid' | 'back' | 'refused'} */ what,
  ) {
    event.preventDefault();
    const text = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('text')).trim();
    await this.run(async () => {
      await layReady(this.client, what, order, text);
      this.telling = null;
      return this.words.t('payout.proposed');
    });
  }
}

customElements.define('om-payout-batches', PayoutBatches);
