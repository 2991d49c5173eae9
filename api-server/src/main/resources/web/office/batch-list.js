import { html, nothing } from 'lit';
import { sharedStyles } from '../kit/shared-styles.js';
import { Again } from './again.js';
import { formStyles } from './form-styles.js';
import { batches, countersignBatch, withdrawBatch } from './grants.js';
import { OfficePart } from './office-part.js';
import { outcomeOf } from './outcome.js';
import { tableLook } from './table-look.js';

/** Batches of grants that wait for the programme's other person. */
export class BatchList extends OfficePart {
  static properties = {
    ...OfficePart.properties,
    found: { state: true },
    progress: { state: true },
  };

  static styles = [sharedStyles, formStyles, tableLook];

  constructor() {
    super();
    new Again(this, async () => this.isBusy || this.refresh());
    /** @type {import('./grants.js').Batch[] | null} null until they are read */
    this.found = null;
    this.progress = '';
  }

  /** Reads anew. */
  async refresh() {
    const { said } = await outcomeOf(this.words, async () => {
      this.found = await batches(this.client);
      return '';
    });
    this.progress = said;
  }

  render() {
    const t = this.words.t.bind(this.words);
    return html`<h2>${t('proposal.title')}</h2>
      <p id="outcome" role="alert" tabindex="-1">${this.outcome}</p>
      <p role="status">${this.progress}</p>
      ${this.found?.length === 0 ? html`<p>${t('proposal.none')}</p>` : nothing}
      <ul>
        ${(this.found ?? []).map((each) => this.#batch(each))}
      </ul>`;
  }

  #batch(/** @type {import('./grants.js').Batch} */ batch) {
    const t = this.words.t.bind(this.words);
    const { name, programme, maySign, orders, total } = batch;
    return html`<li>
      <h3 id=${name}>${programme}</h3>
      <span>${t('hand-out.count', { count: this.words.number(orders.length) })} ${this.amount(total)}.</span>
      <details>
        <summary>${t('hand-out.everybody')}</summary>
        <ul>
          ${orders.map(({ to, amount }) => html`<li><span>${this.nameOf(to)}: ${this.amount(amount)}</span></li>`)}
        </ul>
      </details>
      ${maySign ? nothing : html`<p>${t('proposal.own')}</p>`}
      <div class="actions">
        ${maySign
          ? html`<button type="button" class="strong" aria-describedby=${name} ?disabled=${this.isBusy} @click=${() => this.#sign(batch)}>
              ${t('hand-out.sign')}
            </button>`
          : nothing}
        <button type="button" aria-describedby=${name} ?disabled=${this.isBusy} @click=${() => this.#withdraw(batch)}>
          ${t(maySign ? 'proposal.refuse' : 'proposal.withdraw')}
        </button>
      </div>
    </li>`;
  }

  #sign(/** @type {import('./grants.js').Batch} */ batch) {
    return this.#run(async () => {
      const all = batch.orders.length;
      const refused = await countersignBatch(this.client, batch, (done) => {
        this.progress = done < all ? this.words.t('hand-out.progress', { done, all }) : '';
      });
      const told = refused.map(({ to, said }) => `${this.nameOf(to)}: ${said}.`).join(' ');
      return `${this.words.t('hand-out.done', { count: this.words.number(all - refused.length) })} ${told}`.trim();
    });
  }

  #withdraw(/** @type {import('./grants.js').Batch} */ batch) {
    return this.#run(async () => {
      await withdrawBatch(this.client, batch);
      return this.words.t('proposal.withdrawn');
    });
  }

  async #run(/** @type {() => Promise<string>} */ act) {
    this.isBusy = true;
    this.outcome = (await outcomeOf(this.words, act)).said;
    await this.refresh();
    this.isBusy = false;
    await this.updateComplete;
    /** @type {HTMLElement} */ (this.renderRoot.querySelector('#outcome')).focus(); // what was tapped is gone
  }
}

customElements.define('om-batch-list', BatchList);
