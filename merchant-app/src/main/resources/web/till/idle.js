// When a till that several people share has not been touched for a while, nobody serves any more.

const KEPT = 'omloop.touched';
const LONGEST_MILLISECONDS = 5 * 60_000;
const LOOK_MILLISECONDS = 5_000;

/**
 * Watches until the page goes. A touch that comes too late does nothing but lock.
 *
 * @param {object} till
 * @param {() => boolean} till.isOpen whether somebody is being waited for: counts as a touch
 * @param {() => boolean} till.isRead whether there is something to read that has to stay until the next touch
 * @param {() => boolean} till.mayLock
 * @param {() => void} till.lock
 */
export function watchIdle({ isOpen, isRead, mayLock, lock }) {
  let touchedAt = keptTouch() ?? Date.now();
  const isOver = () => mayLock() && !isOpen() && Date.now() - touchedAt > LONGEST_MILLISECONDS;

  const touch = (/** @type {Event} */ event) => {
    if (isOver()) {
      event.preventDefault();
      event.stopImmediatePropagation();
      lock();
    }
    touchedAt = Date.now();
    keepTouch(touchedAt);
  };
  addEventListener('pointerdown', touch, { capture: true });
  addEventListener('keydown', touch, { capture: true });

  const look = () => {
    if (isOpen()) {
      touchedAt = Date.now();
    } else if (isOver() && !isRead()) {
      lock();
    }
  };
  look();
  setInterval(look, LOOK_MILLISECONDS);
}

function keptTouch() {
  try {
    return Number(sessionStorage.getItem(KEPT)) || null;
  } catch {
    return null;
  }
}

function keepTouch(/** @type {number} */ at) {
  try {
    sessionStorage.setItem(KEPT, String(at));
  } catch {
    // storage is switched off: a reload counts as a touch
  }
}
