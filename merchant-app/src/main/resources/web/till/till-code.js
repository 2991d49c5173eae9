// The till code (kassacode): six digits by which a customer who is connected shows a till that is not that they have
// paid. Only server and till can make it. It comforts the counter; the journal decides (docs/adr/0028).

import { fromBase64Url, utf8 } from '../kit/bytes.js';
import { DeviceStore } from '../kit/device-store.js';
import { NoAnswer } from '../kit/ledger-client.js';
import { Problem } from '../kit/member-client.js';

const STORE = new DeviceStore('circuit');
const ALGORITHM = { name: 'HMAC', hash: 'SHA-256' };
const CODES = 1_000_000;
const LENGTH = 6;

/** How often a customer's code may be wrong. */
const MOST_TRIES = 3;

/** Gets this till's secret while there is a connection; kept so that it cannot be read out. @param {import('../kit/member-client.js').MemberClient} client */
export async function learnTillSecret(client) {
  const name = nameOf(client);
  if (await STORE.get(name)) {
    return;
  }
  try {
    const { secret } = await client.tillSecret();
    await STORE.put(name, await crypto.subtle.importKey('raw', fromBase64Url(secret), ALGORITHM, false, ['sign']));
  } catch (cause) {
    if (!(cause instanceof NoAnswer || cause instanceof Problem)) {
      throw cause; // else another time
    }
  }
}

/** Whether this till can check a code. @param {import('../kit/member-client.js').MemberClient} client */
export async function canCheckCodes(client) {
  return (await STORE.get(nameOf(client))) !== undefined;
}

/**
 * @param {import('../kit/member-client.js').MemberClient} client
 * @param {string} request its id
 * @param {number} amount in minor units
 * @returns {Promise<string>} the code that a customer has who paid it
 */
export async function tillCode(client, request, amount) {
  const secret = await STORE.get(nameOf(client)); // there, or the code would not have been asked for
  const hash = new Uint8Array(await crypto.subtle.sign('HMAC', secret, utf8(`${request}\n${amount}`)));
  const number = new DataView(hash.buffer).getUint32(hash[hash.length - 1] & 0xf) & 0x7fffffff; // RFC 4226, 5.3
  return String(number % CODES).padStart(LENGTH, '0');
}

function nameOf(/** @type {import('../kit/member-client.js').MemberClient} */ { key }) {
  return `till-secret:${key.id}`;
}

/** A customer's code as it is typed. */
export class CodeEntry {
  constructor() {
    this.digits = '';
    /** How many have been wrong. */
    this.wrong = 0;
  }

  get mayTry() {
    return this.wrong < MOST_TRIES;
  }

  /** @param {string} key of the till's @returns {boolean} whether they are complete by it */
  press(key) {
    if (key === 'erase') {
      this.digits = this.digits.slice(0, -1);
    } else if (/^\d+$/.test(key) && this.digits.length < LENGTH) {
      this.digits = (this.digits + key).slice(0, LENGTH);
      return this.digits.length === LENGTH;
    }
    return false; // also where one more comes while they are being checked
  }

  /** The digits were not the code's. */
  fail() {
    this.digits = '';
    this.wrong++;
  }
}
