// What somebody typed or an order names may not be there, which is an answer and no trouble.

import { Problem } from '../kit/member-client.js';

/**
 * Waits for an answer.
 *
 * @template T
 * @param {Promise<T>} answer of the server
 * @returns {Promise<T | null>} null where it knows no such thing
 */
export async function ifThere(answer) {
  try {
    return await answer;
  } catch (cause) {
    if (cause instanceof Problem && cause.status === 404) {
      return null;
    }
    throw cause;
  }
}
