import { html, nothing } from 'lit';

/**
 * What a key more, or less, of the office or a programme means for who can sign: there two people have to, and two devices of
 * one are one person. A holder is a name that somebody typed, so whoever signs second has to see whether it is a new one.
 *
 * @param {any} order that adds or ends a key
 * @param {any[]} keys the account's, as they stand
 * @param {import('../kit/i18n.js').Words} words
 */
export function whoSigns(order, keys, words) {
  const working = keys.filter(({ revoked, rights }) => !revoked && !rights.includes('serve'));
  const before = people(working);
  if (order.type === 'key-revoke') {
    const holder = keys.find(({ key }) => key === order.key)?.holder ?? '';
    return lines(words.t('proposal.of', { holder }), people(working.filter(({ key }) => key !== order.key)), words);
  }
  const isNew = !before.includes(order.holder);
  const said = words.t(isNew ? 'proposal.new-person' : 'proposal.another-device', { holder: order.holder });
  return lines(said, isNew ? [...before, order.holder].sort() : before, words);
}

/** @param {any[]} keys @returns {string[]} */
const people = (keys) => [...new Set(keys.map(({ holder }) => holder))].sort();

const lines = (/** @type {string} */ said, /** @type {string[]} */ after, /** @type {import('../kit/i18n.js').Words} */ words) =>
  html`<strong>${said}</strong>
    <span>${after.length > 0 ? words.t('proposal.people', { count: String(after.length), names: after.join(', ') }) : nothing}</span>`;
