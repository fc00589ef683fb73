/**
 * Watches whether anybody is there: ends a host some time after its last tab has gone, never while a call runs, and not
 * before a first tab has come.
 */
export class Presence {
  #seen = false;
  #busy = 0;
  #timer: NodeJS.Timeout | undefined;
  readonly #idleMs: number;
  readonly #onIdle: () => void;

  constructor(idleMs: number, onIdle: () => void) {
    this.#idleMs = idleMs;
    this.#onIdle = onIdle;
  }

  /** A tab has opened; should it never call, the wait begins here. */
  arrived(): void {
    this.#seen = true;
    this.#await();
  }

  /** Counts a tab's stream or a running call until the returned function is called, once. */
  enter(): () => void {
    this.#busy++;
    clearTimeout(this.#timer);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.#busy--;
      this.#await();
    };
  }

  stop(): void {
    this.#seen = false;
    clearTimeout(this.#timer);
  }

  #await(): void {
    clearTimeout(this.#timer);
    if (this.#seen && this.#busy === 0) this.#timer = setTimeout(this.#onIdle, this.#idleMs);
  }
}
