/**
 * Measures how long each case was on the screen. Time runs only while a case is shown, the page is visible and nobody paused.
 * A case that comes back for a correction goes on counting where it was.
 */
export class VisibleTime {
  #spent = new Map();
  #key = null;
  #since = null;
  #paused = false;

  constructor() {
    document.addEventListener("visibilitychange", () => this.#change(() => {}));
  }

  /** The case with this key is on the screen from now on; null for none. */
  show(key) {
    this.#change(() => {
      this.#key = key;
    });
  }

  pause(paused) {
    this.#change(() => {
      this.#paused = paused;
    });
  }

  /** Seconds so far, at least 0.001. */
  seconds(key) {
    this.#change(() => {});
    return Math.max(1, Math.round(this.#spent.get(key) ?? 0)) / 1000;
  }

  /** Counts what another page counted before, after the page was loaded again. */
  addBefore(key, seconds) {
    if (!this.#spent.has(key)) {
      this.#spent.set(key, seconds * 1000);
    }
  }

  #change(what) {
    const now = performance.now();
    if (this.#since !== null) {
      this.#spent.set(this.#key, (this.#spent.get(this.#key) ?? 0) + now - this.#since);
    }
    what();
    const runs = this.#key !== null && !this.#paused && document.visibilityState === "visible";
    this.#since = runs ? now : null;
  }
}
