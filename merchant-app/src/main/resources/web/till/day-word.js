// The word that stands on today's paid screens: a photograph of yesterday's has another.

import { sha256, utf8 } from '../kit/bytes.js';

const WORDS = 16;

/**
 * The number of the word for an account on a day: the same on all its tills.
 *
 * @param {string} account
 * @param {Date} moment the day that it is here
 */
export async function dayWord(account, moment) {
  const day = `${moment.getFullYear()}-${moment.getMonth() + 1}-${moment.getDate()}`;
  return (await sha256(utf8(`${account} ${day}`)))[0] % WORDS;
}
