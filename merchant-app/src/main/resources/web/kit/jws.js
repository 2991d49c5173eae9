// Compact JWSs (RFC 7515) in the one form the ledger's own are in.

import { fromBase64Url, utf8 } from './bytes.js';
import { isSignedBy } from './device-key.js';

const HEADER = /^\{"alg":"Ed25519","kid":"([\w-]{43})","typ":"([a-z+-]+)"\}$/;

/** A signed text. What it says counts for nothing before its signature has been checked. */
export class Jws {
  #signed;
  #signature;

  /** @param {string} text @param {string} kid @param {any} payload */
  constructor(text, kid, payload) {
    /** The id of the key it claims to be signed by. */
    this.kid = kid;
    this.payload = payload;
    const end = text.lastIndexOf('.');
    this.#signed = utf8(text.slice(0, end));
    this.#signature = fromBase64Url(text.slice(end + 1));
  }

  /**
   * @param {string} type such as 'omloop-request+jws'
   * @param {string} text
   * @returns {Jws | null} null if it is anything but a JWS of that type
   */
  static read(type, text) {
    const parts = text.split('.');
    try {
      const [, kid, typ] = HEADER.exec(atobUrl(parts[0])) ?? [];
      return parts.length === 3 && typ === type
        ? new Jws(text, kid, JSON.parse(new TextDecoder().decode(fromBase64Url(parts[1]))))
        : null;
    } catch {
      return null; // no base64url, or no JSON
    }
  }

  /** @param {Uint8Array} key 32 bytes */
  isSignedBy(key) {
    return isSignedBy(key, this.#signed, this.#signature);
  }
}

function atobUrl(/** @type {string} */ text) {
  return String.fromCharCode(...fromBase64Url(text));
}
