// What came of asking the server for something, in words.

import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';

/**
 * Runs what is asked of the server, and says in words what came of it.
 *
 * @param {import('../kit/i18n.js').Words} words
 * @param {() => Promise<string>} act returns what to say when it is done
 * @returns {Promise<{said: string, isKnown: boolean}>} isKnown: whether there was an answer; without one the same may be
 *     tried again
 */
export async function outcomeOf(words, act) {
  try {
    return { said: await act(), isKnown: true };
  } catch (cause) {
    if (cause instanceof NoAnswer) {
      return { said: words.t('device.unknown'), isKnown: false };
    }
    if (cause instanceof Problem) {
      return { said: `${cause.message}. ${cause.detail ?? ''}`, isKnown: true };
    }
    throw cause;
  }
}
