import { LitElement, html, nothing } from 'lit';
import { loadWords } from '../kit/i18n.js';
import '../kit/page-header.js';
import { sharedStyles } from '../kit/shared-styles.js';
import '../kit/theme-switch.js';
import { OpenapiContract } from './openapi-contract.js';
import { operationView } from './operation-view.js';
import { plainMarkdown } from './plain-markdown.js';
import { anchorOf, exampleOf } from './schema-facts.js';
import { openSchema } from './schema-view.js';

const CONTRACT = '/v1/openapi.json';

/**
 * The API's documentation, drawn from the contract that the server itself keeps to. Stands in the
 * page itself rather than in a shadow, so that every operation and schema can be linked to.
 */
export class ApiPage extends LitElement {
  static properties = {
    words: { state: true },
    contract: { state: true },
    hasFailed: { state: true },
    sought: { state: true },
  };

  #language = '';
  #isPlaced = false;
  #hasRoom = matchMedia('(min-width: 60rem)');

  constructor() {
    super();
    /** @type {import('../kit/i18n.js').Words | null} */
    this.words = null;
    /** @type {OpenapiContract | null} */
    this.contract = null;
    this.hasFailed = false;
    this.sought = '';
  }

  createRenderRoot() {
    document.adoptedStyleSheets.push(sharedStyles.styleSheet);
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#speak(document.documentElement.lang);
    this.#read();
  }

  /** The browser looked for the anchor in the address before there was anything to find. */
  updated() {
    if (this.contract && this.words && !this.#isPlaced) {
      this.#isPlaced = true;
      document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
    }
  }

  render() {
    if (!this.words) {
      return nothing;
    }
    return html`
      <a class="skip-link" href="#content">${this.words.t('page.skip')}</a>
      <om-page-header .words=${this.words} @language-chosen=${({ detail }) => this.#speak(detail)}></om-page-header>
      <div class="columns">${this.contract ? this.#documentation() : this.#without()}</div>
      <footer><om-theme-switch .words=${this.words}></om-theme-switch></footer>
    `;
  }

  #without() {
    return html`<main id="content" tabindex="-1">
      <h1>${this.words.t('docs.title')}</h1>
      <p role="status">${this.words.t(this.hasFailed ? 'docs.failed' : 'docs.loading')}</p>
    </main>`;
  }

  #documentation() {
    const groups = this.contract.matching(this.sought);
    return html`
      ${this.#contents(groups)}
      <main id="content" tabindex="-1" lang="en">
        <h1>${this.words.t('docs.title')}</h1>
        <p class="facts">
          <span lang=${this.words.language}>${this.words.t('docs.version')}</span> ${this.contract.version} ·
          <a href=${CONTRACT}>openapi.json</a>
        </p>
        ${this.sought
          ? nothing
          : html`<div class="introduction">${plainMarkdown(this.contract.description)}</div>`}
        ${groups.map((group) => this.#group(group))} ${this.sought ? nothing : this.#schemas()}
      </main>
    `;
  }

  #contents(groups) {
    const count = groups.reduce((sum, { operations }) => sum + operations.length, 0);
    return html`
      <nav class="contents" aria-label=${this.words.t('docs.contents')}>
        <label>
          ${this.words.t('docs.search')}
          <input type="search" .value=${this.sought} @input=${({ target }) => (this.sought = target.value)} />
        </label>
        <p role="status" class="found">
          ${this.sought ? this.words.t('docs.found', { count: this.words.number(count) }) : nothing}
        </p>
        <details ?open=${this.sought !== '' || this.#hasRoom.matches}>
          <summary>${this.words.t('docs.contents')}</summary>
          ${groups.map((group) => this.#links(group))}
          ${this.sought ? nothing : html`<h2><a href="#schemas">${this.words.t('docs.schemas')}</a></h2>`}
        </details>
      </nav>
    `;
  }

  #links({ tag, operations }) {
    return html`
      <h2 lang="en">${tag || this.words.t('docs.without-tag')}</h2>
      <ul lang="en">
        ${operations.map(({ id, summary }) => html`<li><a href="#${id}">${summary || id}</a></li>`)}
      </ul>
    `;
  }

  #group({ tag, description, operations }) {
    return html`
      <section>
        <h2>${tag || html`<span lang=${this.words.language}>${this.words.t('docs.without-tag')}</span>`}</h2>
        ${plainMarkdown(description)}
        ${operations.map((operation) => operationView(operation, this.contract, this.words))}
      </section>
    `;
  }

  #schemas() {
    return html`
      <section>
        <h2 id="schemas" lang=${this.words.language}>${this.words.t('docs.schemas')}</h2>
        ${this.contract.schemas.map(([name, schema]) => {
          const example = exampleOf(schema);
          return html`<article class="schema" id=${anchorOf(name)} aria-labelledby="${anchorOf(name)}-title">
            <h3 id="${anchorOf(name)}-title"><a href="#${anchorOf(name)}">${name}</a></h3>
            ${plainMarkdown(schema.description ?? '')} ${openSchema(schema, this.contract, this.words)}
            ${example
              ? html`<pre tabindex="0" role="region" aria-label=${this.words.t('docs.example')}><code>${example}</code></pre>`
              : nothing}
          </article>`;
        })}
      </section>
    `;
  }

  async #speak(language) {
    this.#language = language;
    const words = await loadWords(language, (spoken) => import(`./i18n/docs-${spoken}.js`));
    if (language !== this.#language) {
      return; // another one was chosen meanwhile
    }
    this.words = words;
    document.documentElement.lang = language;
    document.title = this.words.t('docs.title');
  }

  async #read() {
    try {
      const answer = await fetch(CONTRACT);
      if (!answer.ok) {
        throw new Error(`${CONTRACT}: ${answer.status}`);
      }
      this.contract = new OpenapiContract(await answer.json());
    } catch (cause) {
      this.hasFailed = true;
      console.warn(cause);
    }
  }
}

customElements.define('om-api-page', ApiPage);
