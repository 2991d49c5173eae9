// The public figures as they change. Asks every few seconds while somebody is looking; no DOM.

import { readCheckpoint } from '../kit/checkpoint-note.js';
import { NoAnswer } from '../kit/ledger-client.js';

/**
 * @typedef {import('../kit/ledger-client.js').Figures} Figures
 * @typedef {import('../kit/checkpoint-note.js').CheckpointNote} CheckpointNote
 *
 * @typedef {object} News what is known now
 * @property {'waiting' | 'live' | 'unreachable'} connection
 * @property {Figures | null} figures the last that came, also while unreachable
 * @property {CheckpointNote | null} checkpoint
 * @property {Date | null} heardAt when the server last answered
 */

const PAUSE_MILLISECONDS = 5000;

/**
 * Asks for figures and checkpoint, and tells what came of it.
 *
 * @fires news - with the News as detail, after each round
 */
export class FiguresFeed extends EventTarget {
  #client;
  #tag = null;
  #timer = 0;
  #isRunning = false;
  #isAsking = false;

  /** @type {News} */
  news = { connection: 'waiting', figures: null, checkpoint: null, heardAt: null };

  /** @param {import('../kit/ledger-client.js').LedgerClient} client */
  constructor(client) {
    super();
    this.#client = client;
  }

  /** Asks now, and again and again. */
  start() {
    this.#isRunning = true;
    clearTimeout(this.#timer);
    if (!this.#isAsking) {
      this.#round();
    }
  }

  /** Asks no more, until started again. */
  stop() {
    this.#isRunning = false;
    clearTimeout(this.#timer);
  }

  async #round() {
    this.#isAsking = true;
    this.news = await this.#ask();
    this.#isAsking = false;
    this.dispatchEvent(new CustomEvent('news', { detail: this.news }));
    if (this.#isRunning) {
      this.#timer = setTimeout(() => this.#round(), PAUSE_MILLISECONDS);
    }
  }

  /** @returns {Promise<News>} */
  async #ask() {
    try {
      const [answer, note] = await Promise.all([
        this.#client.figures(this.#tag),
        this.#client.checkpoint(),
      ]);
      this.#tag = answer?.tag ?? this.#tag;
      return {
        connection: 'live',
        figures: answer?.figures ?? this.news.figures,
        checkpoint: readCheckpoint(note),
        heardAt: new Date(),
      };
    } catch (cause) {
      if (cause instanceof NoAnswer) {
        return { ...this.news, connection: 'unreachable' };
      }
      throw cause;
    }
  }
}
