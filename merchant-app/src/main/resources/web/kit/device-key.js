// The key that this device signs with. The browser makes it and keeps it; nobody, this page included, can read it out.

import { canonicalJson } from './canonical-json.js';
import { sha256, toBase64Url, utf8 } from './bytes.js';

const ALGORITHM = 'Ed25519';

/** Signs for one account. */
export class DeviceKey {
  /** @param {CryptoKeyPair} pair @param {string} id see keyId */
  constructor(pair, id) {
    this.pair = pair;
    this.id = id;
  }

  /** Makes a new key. @returns {Promise<DeviceKey>} */
  static async create() {
    const pair = /** @type {CryptoKeyPair} */ (
      await crypto.subtle.generateKey(ALGORITHM, false, ['sign', 'verify'])
    );
    return DeviceKey.of(pair);
  }

  /** @param {CryptoKeyPair} pair @returns {Promise<DeviceKey>} */
  static async of(pair) {
    return new DeviceKey(pair, await keyId(await publicBytes(pair)));
  }

  /** The public half, in base64url, as a key-add order has it. */
  async publicKey() {
    return toBase64Url(await publicBytes(this.pair));
  }

  /** @param {Uint8Array} bytes @returns {Promise<Uint8Array>} 64 bytes */
  async sign(bytes) {
    return new Uint8Array(await crypto.subtle.sign(ALGORITHM, this.pair.privateKey, bytes));
  }

  /**
   * A compact JWS (RFC 7515) in the one form the ledger takes.
   *
   * @param {string} type such as 'omloop-order+jws'
   * @param {object} payload
   */
  async signJws(type, payload) {
    const encoded = toBase64Url(utf8(canonicalJson(payload)));
    const { protected: header, signature } = await this.signEncoded(type, encoded);
    return `${header}.${encoded}.${signature}`;
  }

  /**
   * One signature of a JWS, as its JSON serialisation has it.
   *
   * @param {string} type
   * @param {string} encoded the payload in base64url
   * @returns {Promise<{protected: string, signature: string}>}
   */
  async signEncoded(type, encoded) {
    const header = toBase64Url(utf8(`{"alg":"${ALGORITHM}","kid":"${this.id}","typ":"${type}"}`));
    return { protected: header, signature: toBase64Url(await this.sign(utf8(`${header}.${encoded}`))) };
  }
}

/** @param {Uint8Array} key 32 bytes @param {Uint8Array} message @param {Uint8Array} signature */
export async function isSignedBy(key, message, signature) {
  const imported = await crypto.subtle.importKey('raw', key, ALGORITHM, false, ['verify']);
  return crypto.subtle.verify(ALGORITHM, imported, signature, message);
}

/** The RFC 7638 thumbprint of a public key's 32 bytes. @param {Uint8Array} key */
export async function keyId(key) {
  return toBase64Url(await sha256(utf8(`{"crv":"Ed25519","kty":"OKP","x":"${toBase64Url(key)}"}`)));
}

/**
 * What two people compare before one takes the other's key: enough to notice a mix-up or a code that somebody swapped.
 *
 * @param {string} id the key's
 */
export function keyLetters(id) {
  return id.replaceAll(/[\W_]/g, '').slice(0, 5).toUpperCase();
}

async function publicBytes(/** @type {CryptoKeyPair} */ pair) {
  return new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
}
