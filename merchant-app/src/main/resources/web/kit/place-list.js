import { LitElement, css, html, nothing } from 'lit';
import { plain } from './i18n.js';
import { SECTOR_GROUPS, sectorGroup } from './sectors.js';
import { sharedStyles } from './shared-styles.js';

/** Where the neighbourhood's money is taken: by neighbourhood, by what is sold, by name. */
export class PlaceList extends LitElement {
  static properties = {
    members: { attribute: false },
    words: { attribute: false },
    sought: { state: true },
    group: { state: true },
    neighbourhood: { state: true },
  };

  static styles = [
    sharedStyles,
    css`
      :host {
        display: grid;
        gap: var(--omloop-space-4);
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

      .filters {
        display: grid;
        gap: var(--omloop-space-3);
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
      }

      label {
        display: grid;
        gap: var(--omloop-space-1);
      }

      input,
      select {
        background: var(--omloop-color-ground);
        border: 1px solid var(--omloop-color-control-border);
        border-radius: var(--omloop-radius);
        color: inherit;
        font: inherit;
        inline-size: 100%;
        min-block-size: var(--omloop-target-size);
        min-inline-size: 0;
        padding-inline: var(--omloop-space-3);
      }

      ul {
        list-style: none;
      }

      li {
        border-block-start: 1px solid var(--omloop-color-rule);
        padding-block: var(--omloop-space-3);
      }

      .name {
        font-weight: var(--omloop-font-weight-strong);
      }

      .where {
        color: var(--omloop-color-text-muted);
      }
    `,
  ];

  constructor() {
    super();
    /** @type {import('./members.js').Member[]} by name */
    this.members = [];
    /** @type {import('./i18n.js').Words | undefined} */
    this.words = undefined;
    this.sought = '';
    /** @type {string} one of the sectors' groups; empty for all */
    this.group = '';
    /** @type {string} empty for all */
    this.neighbourhood = '';
  }

  render() {
    if (this.members.length === 0) {
      return html`<h1>${this.words.t('where.title')}</h1>
        <p role="status">${this.words.t('where.missing')}</p>`;
    }
    const found = this.members.filter((member) => this.#isSought(member));
    return html`
      <h1>${this.words.t('where.title')}</h1>
      <div class="filters" role="search">
        <label>
          ${this.words.t('where.name')}
          <input type="search" .value=${this.sought} @input=${({ target }) => (this.sought = target.value)} />
        </label>
        ${this.#choice('group', this.#groups())}
        ${this.#choice('neighbourhood', this.#neighbourhoods())}
      </div>
      <p role="status">${this.words.t('where.found', { count: this.words.number(found.length) })}</p>
      ${SECTOR_GROUPS.map((group) => this.#group(group, found))}
    `;
  }

  #choice(/** @type {'group' | 'neighbourhood'} */ property, /** @type {{value: string, text: string}[]} */ options) {
    return html`<label>
      ${this.words.t(`where.${property}`)}
      <select @change=${({ target }) => (this[property] = target.value)}>
        <option value="">${this.words.t('where.all')}</option>
        ${options.map(({ value, text }) => html`<option value=${value}>${text}</option>`)}
      </select>
    </label>`;
  }

  #groups() {
    const present = new Set(this.members.map(({ sector }) => sectorGroup(sector)));
    return SECTOR_GROUPS.filter((group) => present.has(group)).map((group) => ({
      value: group,
      text: this.words.t(`sector.${group}`),
    }));
  }

  #neighbourhoods() {
    return [...new Set(this.members.map(({ neighbourhood }) => neighbourhood))]
      .sort()
      .map((name) => ({ value: name, text: name }));
  }

  #group(/** @type {string} */ group, /** @type {import('./members.js').Member[]} */ found) {
    const members = found.filter(({ sector }) => sectorGroup(sector) === group);
    return members.length === 0
      ? nothing
      : html`<section>
          <h2>${this.words.t(`sector.${group}`)}</h2>
          <ul>
            ${members.map(
              (member) => html`<li>
                <p class="name">${member.name}</p>
                <p class="where">${member.street}, ${member.neighbourhood}</p>
              </li>`,
            )}
          </ul>
        </section>`;
  }

  #isSought(/** @type {import('./members.js').Member} */ { name, street, sector, neighbourhood }) {
    const text = plain(`${name} ${street} ${neighbourhood}`);
    return (
      (!this.group || sectorGroup(sector) === this.group) &&
      (!this.neighbourhood || neighbourhood === this.neighbourhood) &&
      plain(this.sought)
        .split(/\s+/)
        .every((word) => text.includes(word))
    );
  }
}

customElements.define('om-place-list', PlaceList);
