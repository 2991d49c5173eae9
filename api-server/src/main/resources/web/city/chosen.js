// What a reader looks at by itself, as the page's heading and its print have it; and what the report knows nothing of.

import { html, nothing } from 'lit';
import { FILTERS, isFiltered, linkTo, unfiltered } from './address.js';
import { filterText } from './cell-text.js';

/**
 * The names of what was chosen, in a row; empty where nothing was. Until it is known what the report has, all that was
 * asked for.
 *
 * @param {import('./address.js').Address} address
 * @param {import('./choice.js').Choice | null} choice
 * @param {import('./cell-text.js').View} view
 */
export function chosenNames(address, choice, view) {
  const filters = choice?.filters ?? FILTERS.filter((name) => address[name] !== '');
  return filters.map((name) => filterText(name, address[name], view)).join(' · ');
}

/** @param {import('./report-body.js').Body} body where nobody knows yet what the report has, without a choice */
export function chosenNotice({ view, address, choice, choose }) {
  const { words } = view;
  const names = chosenNames(address, choice, view);
  const unknown = choice?.unknown ?? [];
  return html`
    ${names ? html`<p class="chosen">${words.t('filter.chosen')} <strong>${names}</strong></p>` : nothing}
    ${unknown.map(
      (name) => html`<p class="trouble" role="status">
        ${words.t(`filter.unknown-${name}`, { value: filterText(name, address[name], view) })}
        ${away(words.t('filter.leave-out'), { ...address, [name]: '' }, choose)}
      </p>`,
    )}
    ${isFiltered(address) ? away(words.t('filter.clear'), unfiltered(address), choose) : nothing}
  `;
}

/** A link to another view on the same report, which goes there without a new page. */
function away(text, address, choose) {
  const go = (/** @type {MouseEvent} */ event) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) {
      event.preventDefault();
      choose(address);
    }
  };
  return html`<a class="away" href=${linkTo(address, new URL(location.href)).href} @click=${go}>${text}</a>`;
}
