// One operation of the contract: what to send, what comes back.

import { html, nothing } from 'lit';
import { inline, plainMarkdown } from './plain-markdown.js';
import { exampleOf } from './schema-facts.js';
import { openSchema, typeOf } from './schema-view.js';

/**
 * @typedef {import('./openapi-contract.js').OpenapiContract} OpenapiContract
 * @typedef {import('./openapi-contract.js').Operation} Operation
 * @typedef {import('../kit/i18n.js').Words} Words
 */

/**
 * @param {Operation} operation
 * @param {OpenapiContract} contract
 * @param {Words} words
 */
export function operationView(operation, contract, words) {
  const { id, method, path, summary, description, deprecated, security, rights } = operation;
  return html`
    <article class="operation" id=${id} aria-labelledby="${id}-title">
      <h3 id="${id}-title">
        <a href="#${id}">${summary || id}</a>
      </h3>
      <p class="request-line"><span class="method">${method}</span> <code>${breakable(path)}</code></p>
      ${deprecated ? html`<p class="deprecated" lang=${words.language}>${words.t('docs.deprecated')}</p>` : nothing}
      ${plainMarkdown(description)}
      ${rightsView(rights, security, words)}
      ${parametersView(operation.parameters, words)} ${requestView(operation.requestBody, contract, words)}
      ${responsesView(operation, contract, words)}
    </article>
  `;
}

function rightsView(rights, security, words) {
  const who = rights.map((right) => words.known(`docs.rights.${right}`, 'docs.rights.unknown', right));
  return html`
    ${who.length > 0
      ? html`<p class="rights" lang=${words.language}>${words.t('docs.who')} ${who.join(', ')}</p>`
      : nothing}
    ${security.length > 0
      ? html`<p class="rights">
          <span lang=${words.language}>${words.t('docs.security')}</span>
          ${security.map((way) => html` <code>${way}</code>`)}
        </p>`
      : nothing}
  `;
}

function parametersView(parameters, words) {
  if (parameters.length === 0) {
    return nothing;
  }
  return html`
    <h4 lang=${words.language}>${words.t('docs.parameters')}</h4>
    <dl class="members">
      ${parameters.map(
        ({ name, in: place, required, description, schema }) => html`
          <div>
            <dt>
              <code>${name}</code>
              <span class="place" lang=${words.language}>${placeInWords(place, required, words)}</span>
            </dt>
            <dd>
              <span class="type">${typeOf(schema, words)}</span>
              ${description ? plainMarkdown(description) : nothing}
            </dd>
          </div>
        `,
      )}
    </dl>
  `;
}

function placeInWords(place, required, words) {
  const where = words.known(`docs.in.${place}`, 'docs.in.unknown', place);
  return required ? where : `${where}, ${words.t('docs.optional')}`;
}

function requestView(body, contract, words) {
  if (!body) {
    return nothing;
  }
  return html`
    <h4 lang=${words.language}>${words.t('docs.request')}</h4>
    ${plainMarkdown(body.description ?? '')} ${contentView(body.content, contract, words)}
  `;
}

function responsesView({ responses }, contract, words) {
  const isProblem = ({ status }) => /^[45]/.test(status);
  const problems = responses.filter(isProblem);
  return html`
    <h4 lang=${words.language}>${words.t('docs.responses')}</h4>
    <div class="responses">
      ${responses.filter((each) => !isProblem(each)).map((each) => responseView(each, contract, words))}
      ${problems.length > 0 ? problemsView(problems, words) : nothing}
    </div>
  `;
}

function responseView({ status, response }, contract, words) {
  const title = html`<code class="status">${status}</code> ${inline(response.description)}`;
  return response.content
    ? html`<details>
        <summary>${title}</summary>
        ${contentView(response.content, contract, words)}
      </details>`
    : html`<p>${title}</p>`;
}

/** They all look alike, so they share one line until somebody wants to know. */
function problemsView(problems, words) {
  return html`
    <details>
      <summary>
        <span lang=${words.language}>${words.t('docs.problems')}</span>
        ${problems.map(({ status }) => html`<code class="status">${status}</code> `)}
      </summary>
      <dl class="members">
        ${problems.map(
          ({ status, response }) => html`
            <div>
              <dt><code>${status}</code></dt>
              <dd>
                ${inline(response.description)}
                ${Object.values(response.content ?? {}).map(({ schema }) => (schema ? typeOf(schema, words) : nothing))}
              </dd>
            </div>
          `,
        )}
      </dl>
    </details>
  `;
}

function contentView(content, contract, words) {
  return Object.entries(content ?? {}).map(([type, media]) => {
    const example = exampleOf(media);
    return html`
      <p class="media-type"><code>${type}</code> ${media.schema?.$ref ? typeOf(media.schema, words) : nothing}</p>
      ${media.schema ? openSchema(media.schema, contract, words) : nothing}
      ${example
        ? html`<pre tabindex="0" role="region" aria-label=${words.t('docs.example')}><code>${example}</code></pre>`
        : nothing}
    `;
  });
}

/** A long path may break before each of its steps. */
function breakable(path) {
  return path.split(/(?=\/)/).map((step) => html`${step}<wbr />`);
}
