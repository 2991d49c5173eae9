// Checks a receipt here, with the log's key and nothing else: that the entry is in the tree (RFC 6962 §2.1.1), and that
// the tree's head is signed. The receipt is a C2SP tlog-proof with the entry's bytes beside it.

import { fromBase64, joined, sha256, toBase64, utf8 } from './bytes.js';
import { isSignedBy } from './device-key.js';
import { Jws } from './jws.js';

const HEADER = 'c2sp.org/tlog-proof@v1';

/**
 * @typedef {object} CheckedReceipt
 * @property {any} entry the entry's leaf, as an object
 * @property {number} index
 * @property {number} size of the tree whose head is signed
 * @property {string} root in base64
 */

/** A receipt does not hold; the message is one of the keys under receipt.* of the words. */
export class ReceiptInvalid extends Error {}

/**
 * Checks a receipt.
 *
 * @param {{leaf: string, proof: string}} receipt as the API gives it
 * @param {string} logKey as GET /v1/currency names it: name+id+key
 * @returns {Promise<CheckedReceipt>}
 * @throws {ReceiptInvalid}
 */
export async function checkReceipt({ leaf, proof }, logKey) {
  const blank = proof.indexOf('\n\n');
  const [header, indexLine, ...path] = proof.slice(0, blank).split('\n');
  const index = Number(/^index (0|[1-9]\d*)$/.exec(indexLine ?? '')?.[1] ?? NaN);
  const note = proof.slice(blank + 2);
  const head = note.split('\n');
  const size = Number(head[1]);
  if (blank < 0 || header !== HEADER || !Number.isSafeInteger(index) || !Number.isSafeInteger(size)) {
    throw new ReceiptInvalid('receipt.malformed');
  }
  const root = await rootOf(utf8(leaf), index, size, path.map(bytes));
  if (!root || toBase64(root) !== head[2]) {
    throw new ReceiptInvalid('receipt.not-in-tree');
  }
  await checkHead(note, logKey);
  const entry = entryOf(leaf);
  if (entry.index !== index) {
    throw new ReceiptInvalid('receipt.other-entry');
  }
  return { entry, index, size, root: head[2] };
}

/**
 * The order of a payment that meets a request.
 *
 * @param {any} entry of a checked receipt
 * @param {{payee: string, terms: string, amount: number}} request amount in minor units
 * @returns {any} null if the entry is anything else
 */
export function paymentFor(entry, { payee, terms, amount }) {
  const order = Jws.read('omloop-order+jws', entry.order)?.payload;
  const isMet =
    entry.decision === 'posted' &&
    order?.type === 'pay' &&
    order.to === payee &&
    order.request === terms &&
    order.amount === amount;
  return isMet ? order : null;
}

function entryOf(/** @type {string} */ leaf) {
  try {
    return JSON.parse(leaf);
  } catch {
    throw new ReceiptInvalid('receipt.malformed');
  }
}

function bytes(/** @type {string} */ base64) {
  try {
    return fromBase64(base64);
  } catch {
    throw new ReceiptInvalid('receipt.malformed');
  }
}

/** @param {string} note @param {string} logKey */
async function checkHead(note, logKey) {
  const [name, id, key] = logKey.split(/\+(?=[0-9a-f]{8}\+)|(?<=\+[0-9a-f]{8})\+/);
  const end = note.indexOf('\n\n');
  const signed = note.slice(0, end + 1);
  const lines = note.slice(end + 2).split('\n');
  const line = lines.find((each) => each.startsWith(`— ${name} `));
  const signature = line ? bytes(line.slice(name.length + 3)) : new Uint8Array();
  const hint = Array.from(signature.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const typed = fromBase64(key);
  const holds =
    signed.split('\n')[0] === name &&
    hint === id &&
    typed[0] === 1 &&
    (await isSignedBy(typed.subarray(1), utf8(signed), signature.subarray(4)));
  if (!holds) {
    throw new ReceiptInvalid('receipt.not-signed');
  }
}

/** The root that a leaf leads to along its path; null where path and place do not fit. */
async function rootOf(
  /** @type {Uint8Array} */ leaf,
  /** @type {number} */ index,
  /** @type {number} */ size,
  /** @type {Uint8Array[]} */ path,
) {
  if (index >= size || path.some((hash) => hash.length !== 32)) {
    return null;
  }
  let hash = await sha256(joined(Uint8Array.of(0), leaf));
  let at = index;
  let last = size - 1;
  for (const sibling of path) {
    if (last === 0) {
      return null;
    }
    if (at % 2 === 1 || at === last) {
      hash = await sha256(joined(Uint8Array.of(1), sibling, hash));
      while (at % 2 === 0 && at !== 0) {
        at /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = await sha256(joined(Uint8Array.of(1), hash, sibling));
    }
    at = Math.floor(at / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}

