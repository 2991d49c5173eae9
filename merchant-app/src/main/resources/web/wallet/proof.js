// "Is it right?": what this device checks of one entry by itself, step by step.

import { fromBase64Url, toBase64, utf8 } from '../kit/bytes.js';
import { DeviceStore } from '../kit/device-store.js';
import { Jws } from '../kit/jws.js';
import { ReceiptInvalid, checkReceipt } from '../kit/receipt.js';

const HEADS = new DeviceStore('heads');

/**
 * @typedef {object} Proof
 * @property {{step: 'order' | 'tree' | 'head' | 'grown', holds: boolean | null}[]} steps in their order, up to the first
 *     that does not hold; null: somebody else's key signed, which this device does not have
 * @property {string} why key of the words that say what does not hold; empty if all does
 * @property {import('../kit/receipt.js').CheckedReceipt | null} checked
 */

/**
 * Checks a receipt.
 *
 * @param {{leaf: string, proof: string}} receipt
 * @param {import('../kit/device-key.js').DeviceKey} key this device's
 * @param {string} logKey
 * @param {string} origin the ledger's
 * @returns {Promise<Proof>}
 */
export async function prove(receipt, key, logKey, origin) {
  /** @type {Proof} */
  const proof = { steps: [], why: '', checked: null };
  try {
    proof.steps.push({ step: 'order', holds: await isOwnOrder(receipt.leaf, key) });
    if (proof.steps[0].holds === false) {
      proof.why = 'receipt.other-order';
      return proof;
    }
    proof.checked = await checkReceipt(receipt, logKey);
    proof.steps.push({ step: 'tree', holds: true }, { step: 'head', holds: true });
    const known = (await HEADS.get(origin)) ?? 0;
    const hasGrown = proof.checked.size >= known;
    proof.steps.push({ step: 'grown', holds: hasGrown });
    if (hasGrown) {
      await HEADS.put(origin, proof.checked.size);
    } else {
      proof.why = 'receipt.shrunk';
    }
  } catch (cause) {
    if (!(cause instanceof ReceiptInvalid)) {
      throw cause;
    }
    proof.why = cause.message;
    proof.steps.push({ step: cause.message === 'receipt.not-signed' ? 'head' : 'tree', holds: false });
  }
  return proof;
}

/** Whether the order in an entry is one that this device has signed; null if another key says that it did. */
async function isOwnOrder(/** @type {string} */ leaf, /** @type {import('../kit/device-key.js').DeviceKey} */ key) {
  const order = /** @type {{order?: unknown}} */ (parsed(leaf)).order;
  const signed = typeof order === 'string' ? Jws.read('omloop-order+jws', order) : null;
  if (signed === null || signed.kid !== key.id) {
    return null;
  }
  return signed.isSignedBy(fromBase64Url(await key.publicKey()));
}

function parsed(/** @type {string} */ text) {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReceiptInvalid('receipt.malformed');
  }
}

/** A receipt as one file: a C2SP tlog-proof with the entry in its extra line. @param {{leaf: string, proof: string}} receipt */
export function receiptFile({ leaf, proof }) {
  const end = proof.indexOf('\n') + 1;
  return `${proof.slice(0, end)}extra ${toBase64(utf8(leaf))}\n${proof.slice(end)}`;
}

/** Hands a receipt over as a file. @param {{leaf: string, proof: string}} receipt @param {string} name */
export function download(receipt, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([receiptFile(receipt)], { type: 'text/plain' }));
  link.download = `omloop-${name}.tlog-proof`;
  link.click();
  URL.revokeObjectURL(link.href);
}
