// A schema as a reader wants it: members in rows, what is named elsewhere as a link to it.

import { html, nothing } from 'lit';
import { plainMarkdown } from './plain-markdown.js';
import { anchorOf, boundsInWords, nameOf, typeInWords } from './schema-facts.js';

const DEEPEST = 4;

/**
 * @typedef {import('./openapi-contract.js').OpenapiContract} OpenapiContract
 * @typedef {import('../kit/i18n.js').Words} Words
 */

/**
 * A schema opened: its members if it has any, else its type.
 *
 * @param {any} schema
 * @param {OpenapiContract} contract
 * @param {Words} words
 * @param {number} [depth] how many schemas stand around this one
 */
export function openSchema(schema, contract, words, depth = 0) {
  const resolved = contract.resolve(schema) ?? {};
  const members = membersOf(resolved, contract);
  if (members.length === 0 || depth > DEEPEST) {
    return html`<p class="type">${typeOf(resolved, words)}</p>`;
  }
  return html`
    <dl class="members">
      ${members.map(
        ({ name, schema: member, required }) => html`
          <div>
            <dt>
              <code>${name}</code>
              ${required ? nothing : html`<span class="optional" lang=${words.language}>${words.t('docs.optional')}</span>`}
            </dt>
            <dd>${memberView(member, contract, words, depth)}</dd>
          </div>
        `,
      )}
    </dl>
  `;
}

/**
 * A type in one line: 'string, uuid', 'list of Entry', with links to named schemas.
 *
 * @param {any} schema
 * @param {Words} words
 */
export function typeOf(schema, words) {
  if (schema === true || schema === undefined) {
    return words.t('docs.anything');
  }
  if (schema.$ref) {
    const name = nameOf(schema.$ref);
    return html`<a href="#${anchorOf(name)}">${name}</a>`;
  }
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) {
    return html`${words.t('docs.one-of')}
    ${choices.map((choice, index) => html`${index > 0 ? ', ' : ''}${typeOf(choice, words)}`)}`;
  }
  if (schema.items) {
    return html`${words.t('docs.list-of')} ${typeOf(schema.items, words)}${bounds(boundsInWords(schema), true)}`;
  }
  if (typeof schema.additionalProperties === 'object') {
    return html`${words.t('docs.map-of')} ${typeOf(schema.additionalProperties, words)}`;
  }
  const type = typeInWords(schema);
  const limits = boundsInWords(schema);
  return type || limits.length > 0 ? html`${type}${bounds(limits, type)}` : words.t('docs.anything');
}

function bounds(limits, before) {
  return limits.map((limit, index) => html`${before || index > 0 ? ', ' : ''}<code>${limit}</code>`);
}

function memberView(member, contract, words, depth) {
  const inner = member.items?.properties ? member.items : member;
  return html`
    <span class="type">${typeOf(member, words)}</span>
    ${member.description ? plainMarkdown(member.description) : nothing}
    ${inner.properties || inner.allOf ? openSchema(inner, contract, words, depth + 1) : nothing}
  `;
}

/** Members of a schema and of all it is composed from. */
function membersOf(schema, contract) {
  const own = Object.entries(schema.properties ?? {}).map(([name, member]) => ({
    name,
    schema: member,
    required: schema.required?.includes(name) ?? false,
  }));
  const inherited = (schema.allOf ?? []).flatMap((part) => membersOf(contract.resolve(part) ?? {}, contract));
  return [...inherited, ...own];
}
