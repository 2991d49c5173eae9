// The server takes so many orders of one key a second. Whoever sends many waits for the next second.

import { Problem } from '../kit/member-client.js';

const PAUSE_MILLISECONDS = 1_000;
const TOO_MANY = 429;

/** Does what is asked, again and again while it is too much. @template T @param {() => Promise<T>} act @returns {Promise<T>} */
export async function patiently(act) {
  for (;;) {
    try {
      return await act();
    } catch (cause) {
      if (!(cause instanceof Problem && cause.status === TOO_MANY)) {
        throw cause;
      }
      await new Promise((resume) => setTimeout(resume, PAUSE_MILLISECONDS));
    }
  }
}
