import { html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { stackedTable } from '../kit/stacked-table.js';
import { FetchedPart } from './fetched-part.js';
import { formStyles } from './form-styles.js';
import { tableLook } from './table-look.js';
import { barLook, usedBar } from './used-bar.js';

const PACK = 'application/zip';
/** Shares of a limit at which something has to be done. */
const STEPS = [0.7, 0.9, 1];
const METERS = ['volume', 'purchases', 'outstanding'];
const KINDS = ['purchase', 'b2b', 'wage', 'gift', 'contribution'];

/**
 * What a limit that comes near asks for, in a sentence each.
 *
 * @param {any} found the meters, as the API has them
 * @param {import('../kit/i18n.js').Words} words
 */
export const meterAlerts = (found, words) =>
  METERS.map((name) =>
    found[name].alert === 0
      ? nothing
      : html`<p class="alert">
          <strong>${words.t(`meters.${name}`)}</strong>
          ${words.t(`meters.alert-${found[name].alert}`)}
        </p>`,
  );

/** What the law counts: each sum against its limit, where it goes, and how large the network is. */
export class LegalMeters extends FetchedPart {
  static styles = [sharedStyles, formStyles, tableLook, stackedTable, barLook];

  constructor() {
    super('/v1/meters');
  }

  heading() {
    return this.words.t('meters.title');
  }

  content(/** @type {any} */ found) {
    const t = this.words.t.bind(this.words);
    return html`<p>${t('meters.how')}</p>
      ${meterAlerts(found, this.words)} ${METERS.map((name) => this.#picture(name, found[name]))}
      ${this.table(
        t('meters.title'),
        ['meter', 'now', 'limit', 'share', 'expected', 'reached'].map((name) => t(`meters.${name}`)),
        METERS.map((name) => this.#meter(name, found[name])),
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

  #picture(/** @type {string} */ name, /** @type {any} */ { amount, limit }) {
    const meter = this.words.t(`meters.${name}`);
    return html`<div>
      <span>${meter}</span>
      ${usedBar(amount / limit, this.words.t('meters.bar', { meter, share: this.#share(amount, limit) }), STEPS)}
    </div>`;
  }

  /** Never above what it is. */
  #share(/** @type {number} */ amount, /** @type {number} */ limit) {
    return this.words.percent(Math.floor((amount / limit) * 1000) / 1000, 1);
  }

  #meter(/** @type {string} */ name, /** @type {any} */ { amount, limit, expected, reachedOn }) {
    const t = this.words.t.bind(this.words);
    return [
      t(`meters.${name}`),
      this.amount(amount),
      this.amount(limit),
      this.#share(amount, limit),
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
