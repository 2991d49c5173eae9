import { html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { stackedTable } from '../kit/stacked-table.js';
import { FetchedPart } from './fetched-part.js';
import { formStyles } from './form-styles.js';
import { tableLook } from './table-look.js';

const PACK = 'application/zip';
const KINDS = ['purchase', 'b2b', 'wage', 'gift', 'contribution'];

/** What the law counts: each sum against its limit, where it goes, and how large the network is. */
export class LegalMeters extends FetchedPart {
  static styles = [sharedStyles, formStyles, tableLook, stackedTable];

  constructor() {
    super('/v1/meters');
  }

  heading() {
    return this.words.t('meters.title');
  }

  content(/** @type {any} */ found) {
    const t = this.words.t.bind(this.words);
    return html`<p>${t('meters.how')}</p>
      ${this.#alerts(found)}
      ${this.table(
        t('meters.title'),
        ['meter', 'now', 'limit', 'share', 'expected', 'reached'].map((name) => t(`meters.${name}`)),
        ['volume', 'purchases', 'outstanding'].map((name) => this.#meter(name, found[name])),
      )}
      ${this.table(t('meters.network'), [t('meters.what'), t('meters.now')], this.#network(found))}
      <details>
        <summary>${t('meters.months')}</summary>
        ${this.table(
          t('meters.months'),
          [t('meters.month'), t('meters.payments'), t('meters.all'), ...KINDS.map((kind) => t(`meters.${kind}`))],
          [...found.months]
            .reverse()
            .map((each) => [
              this.words.month(each.month),
              this.words.number(each.payments),
              this.amount(each.amount),
              ...KINDS.map((kind) => this.amount(each[kind])),
            ]),
        )}
      </details>
      <p>${t('meters.pack-how')}</p>
      <button type="button" ?disabled=${this.isBusy} @click=${() => this.#pack()}>${t('meters.pack')}</button>
      <p class="muted">${t('wallet.updated', { time: this.words.dateAndTime(new Date(found.asOf)) })}</p>`;
  }

  #alerts(/** @type {any} */ found) {
    return ['volume', 'purchases', 'outstanding'].map((name) =>
      found[name].alert === 0
        ? nothing
        : html`<p class="alert">
            <strong>${this.words.t(`meters.${name}`)}</strong>
            ${this.words.t(`meters.alert-${found[name].alert}`)}
          </p>`,
    );
  }

  #meter(/** @type {string} */ name, /** @type {any} */ { amount, limit, expected, reachedOn }) {
    const t = this.words.t.bind(this.words);
    return [
      t(`meters.${name}`),
      this.amount(amount),
      this.amount(limit),
      this.words.percent(Math.floor((amount / limit) * 1000) / 1000, 1), // never above what it is
      this.amount(expected),
      reachedOn ? dayOf(reachedOn, this.words) : t('meters.not-soon'),
    ];
  }

  #network(/** @type {any} */ found) {
    const t = this.words.t.bind(this.words);
    const counts = ['acceptors', 'instruments', 'payments'].map((name) => [t(`meters.${name}`), this.words.number(found[name])]);
    const amounts = ['largestPayment', 'largestBalanceResident', 'largestBalanceOrganisation'].map((name) => [
      t(`meters.${name}`),
      this.amount(found[name]),
    ]);
    return [...counts, ...amounts];
  }

  #pack() {
    return this.run(async () => {
      const address = URL.createObjectURL(await this.client.file('/v1/meters/pack', PACK));
      const link = Object.assign(document.createElement('a'), { href: address, download: `omloop-network-${today()}.zip` });
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 0);
      return '';
    });
  }
}

/** @param {string} date such as '2026-12-01' @param {import('../kit/i18n.js').Words} words */
const dayOf = (date, words) => new Intl.DateTimeFormat(words.locale, { dateStyle: 'long' }).format(new Date(`${date}T12:00`));

const today = () => new Date().toISOString().slice(0, 10);

customElements.define('om-legal-meters', LegalMeters);
