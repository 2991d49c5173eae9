// An account's events as they come. The browser reconnects by itself as long as the cookie holds; after that, this does.

import { NoAnswer } from './ledger-client.js';
import { Problem } from './member-client.js';

const RETRY_MILLISECONDS = 2_000;
const SILENCE_MILLISECONDS = 15_000;
const WAIT_MILLISECONDS = 60_000;

/**
 * Follows an account until the page goes.
 *
 * @param {import('./member-client.js').MemberClient} client
 * @param {{entry: (entry: any) => void, request?: (change: any) => void, online?: (isOnline: boolean) => void,
 *     blocked?: (problem: Problem) => void}} hear blocked: the device's key has ended, and nothing will come any more; or
 *     it has yet to begin
 */
export function followAccount(client, { entry, request = () => {}, online = () => {}, blocked = () => {} }) {
  let source = /** @type {EventSource | null} */ (null);
  let silence = 0;

  const heard = () => {
    clearTimeout(silence);
    silence = setTimeout(() => online(false), SILENCE_MILLISECONDS);
    online(true);
  };

  const open = async () => {
    try {
      source = await client.stream();
    } catch (cause) {
      online(false);
      if (cause instanceof Problem) {
        blocked(cause);
        if (cause.name === 'key-waits') {
          setTimeout(open, WAIT_MILLISECONDS);
        }
        return;
      }
      if (!(cause instanceof NoAnswer)) {
        throw cause;
      }
      setTimeout(open, RETRY_MILLISECONDS);
      return;
    }
    source.addEventListener('ping', heard);
    source.addEventListener('entry', (event) => {
      heard();
      entry(JSON.parse(event.data));
    });
    source.addEventListener('request', (event) => {
      heard();
      request(JSON.parse(event.data));
    });
    source.addEventListener('error', () => {
      online(false);
      if (source?.readyState === EventSource.CLOSED) {
        setTimeout(open, RETRY_MILLISECONDS);
      }
    });
  };

  addEventListener('pagehide', () => source?.close());
  open();
}
