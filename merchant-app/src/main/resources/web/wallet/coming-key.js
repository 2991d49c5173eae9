// A key that operators have added to the account and that has yet to begin. Whoever holds the account's device is told.

import { keyLetters } from '../kit/device-key.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';

/**
 * @param {import('../kit/member-client.js').MemberClient} client
 * @returns {Promise<{letters: string, from: Date} | null>} null if there is none, or nobody can say
 */
export async function comingKey(client) {
  try {
    const { keys } = await client.keys();
    const coming = keys.find(({ activeFrom, revoked }) => activeFrom && !revoked);
    return coming ? { letters: keyLetters(coming.key), from: new Date(coming.activeFrom) } : null;
  } catch (cause) {
    if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
      throw cause;
    }
    return null;
  }
}
