/**
 * Asks again and again, with a pause after each answer, for as long as its element is on the page. A controller, as Lit
 * has them.
 */
export class Again {
  #host;
  #ask;
  #pause;
  #timer = 0;

  /**
   * @param {import('lit').ReactiveControllerHost & {isConnected: boolean}} host
   * @param {() => Promise<boolean | void>} ask false once there is nothing more to ask for
   * @param {number} [pause] in milliseconds
   */
  constructor(host, ask, pause = 5_000) {
    this.#host = host;
    this.#ask = ask;
    this.#pause = pause;
    host.addController(this);
  }

  hostConnected() {
    this.#look();
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
  }

  async #look() {
    let goesOn = true;
    try {
      goesOn = (await this.#ask()) !== false;
    } finally {
      if (goesOn && this.#host.isConnected) {
        this.#timer = setTimeout(() => this.#look(), this.#pause);
      }
    }
  }
}
