import { html, nothing } from 'lit';

/** With any of these a key counts where two have to sign; who only reads along does not. */
const SIGNING = ['operate', 'approve', 'pay'];

/**
 * What a key more, or less, of the office or a programme means for who can sign: there two people have to, and two devices of
 * one are one person. A holder is a name that somebody typed, so whoever signs second has to see whether it is a new one.
 *
 * @param {any} order that adds or ends a key
 * @param {any[]} keys the account's, as they stand
 * @param {import('../kit/i18n.js').Words} words
 */
export function whoSigns(order, keys, words) {
  const working = keys.filter(({ revoked }) => !revoked);
  if (order.type === 'key-revoke') {
    const holder = keys.find(({ key }) => key === order.key)?.holder ?? '';
    return lines(words.t('proposal.of', { holder }), working.filter(({ key }) => key !== order.key), words);
  }
  const isKnown = working.some(({ holder }) => holder === order.holder);
  const said = words.t(isKnown ? 'proposal.another-device' : 'proposal.new-person', { holder: order.holder });
  return lines(said, [...working, order], words);
}

/** @param {string} said @param {any[]} keys that there are after it @param {import('../kit/i18n.js').Words} words */
function lines(said, keys, words) {
  const signing = keys.filter(({ rights }) => rights.some((/** @type {string} */ right) => SIGNING.includes(right)));
  const names = [...new Set(signing.map(({ holder }) => holder))].sort();
  return html`<strong>${said}</strong>
    <span>${names.length > 0 ? words.t('proposal.people', { count: String(names.length), names: names.join(', ') }) : nothing}</span>`;
}
