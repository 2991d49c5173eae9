// The little of CommonMark that a contract's descriptions use: paragraphs, lists, code, links,
// emphasis. Everything else stays the text it is; nothing becomes HTML that was not made here.

import { html } from 'lit';

const INLINE = /`([^`]+)`|\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:[^)\s]+|[/#][^)\s]*)\)/g;

/**
 * @param {string} text
 * @returns {unknown} something Lit can render
 */
export function plainMarkdown(text) {
  return text
    .trim()
    .split(/\n\s*\n/)
    .filter(Boolean)
    .map((block) => (/^\s*[-*] /.test(block) ? list(block) : html`<p>${inline(block)}</p>`));
}

function list(block) {
  const items = block.split(/^\s*[-*] /m).filter((item) => item.trim());
  return html`<ul>
    ${items.map((item) => html`<li>${inline(item)}</li>`)}
  </ul>`;
}

/** @param {string} text one line, without paragraphs or lists */
export function inline(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(INLINE)) {
    parts.push(text.slice(end, match.index), styled(match));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

function styled(match) {
  const [, code, strong, label, address] = match;
  if (code) {
    return html`<code>${code}</code>`;
  }
  return strong ? html`<strong>${strong}</strong>` : html`<a href=${address}>${label}</a>`;
}
