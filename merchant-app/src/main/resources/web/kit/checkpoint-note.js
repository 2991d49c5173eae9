// The journal's signed head as text: a C2SP tlog-checkpoint in a signed note. Reading is not
// checking: the signature is checked by `omloop verify`, with a key that did not come from here.

/**
 * @typedef {object} CheckpointNote
 * @property {string} origin the journal's name
 * @property {number} size entries in the journal
 * @property {string} root hash over all of them, base64
 * @property {string[]} signers name of each key that signed
 */

/**
 * @param {string} text origin, size, root; an empty line; a line "— name signature" per signer
 * @returns {CheckpointNote | null} null if the text is no checkpoint
 */
export function readCheckpoint(text) {
  const [head, signatures = ''] = text.split('\n\n');
  const [origin, size, root] = head.split('\n');
  const signers = [...signatures.matchAll(/^— (\S+) \S+$/gm)].map((line) => line[1]);
  const wellFormed = origin && /^(0|[1-9]\d*)$/.test(size) && /^[\w+/]{43}=$/.test(root);
  return wellFormed && signers.length > 0 ? { origin, size: Number(size), root, signers } : null;
}
