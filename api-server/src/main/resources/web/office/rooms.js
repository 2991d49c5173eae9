// The office's rooms, in the order of a day's work. A room is fetched when somebody goes in; its words are two files in
// i18n/, named here.

/**
 * @typedef {object} Room
 * @property {string} name in the address and in the words
 * @property {string[]} rights any of them opens the door
 * @property {() => Promise<{room: (office: Office) => unknown}>} load what draws it
 *
 * @typedef {object} Office what a room is drawn with
 * @property {import('../kit/member-client.js').MemberClient} client
 * @property {import('../kit/members.js').Members} members
 * @property {import('../kit/ledger-client.js').CurrencyFacts} currency
 * @property {import('../kit/i18n.js').Words} words
 * @property {string[]} rights of the key that looks; grant: of a programme's or the fund's own
 */

const OPERATORS = ['operate', 'approve'];

/** @type {Room[]} */
export const ROOMS = [
  { name: 'work', rights: OPERATORS, load: () => import('./work-room.js') },
  { name: 'bank', rights: OPERATORS, load: () => import('./bank-room.js') },
  { name: 'payouts', rights: OPERATORS, load: () => import('./payouts-room.js') },
  { name: 'members', rights: OPERATORS, load: () => import('./members-room.js') },
  { name: 'rules', rights: [...OPERATORS, 'audit'], load: () => import('./rules-room.js') },
  { name: 'handouts', rights: ['grant'], load: () => import('./handouts-room.js') },
  { name: 'supply', rights: OPERATORS, load: () => import('./supply-room.js') },
  { name: 'books', rights: [...OPERATORS, 'audit'], load: () => import('./books-room.js') },
  { name: 'messages', rights: OPERATORS, load: () => import('./messages-room.js') },
  { name: 'entries', rights: ['audit'], load: () => import('./entries-room.js') },
];

/** What the office has words for: all of it, and each room. @type {string[]} */
const SPOKEN = ['office', 'bank', 'books', 'handouts', 'members', 'messages', 'payouts', 'rules', 'today'];

/** @param {string} language @returns {Promise<{texts: Record<string, string>}>} */
export async function roomTexts(language) {
  const all = await Promise.all(SPOKEN.map((name) => import(`./i18n/${name}-${language}.js`)));
  return { texts: Object.assign({}, ...all.map(({ texts }) => texts)) };
}

/** The room that an address asks for, of those that are open; the first where it asks for none. @param {Room[]} open @param {Location} location */
export function roomAt(open, location) {
  const asked = new URLSearchParams(location.search).get('room');
  return open.find(({ name }) => name === asked) ?? open[0];
}
