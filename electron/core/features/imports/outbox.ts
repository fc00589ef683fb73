import { setImmediate } from 'node:timers/promises';

/** Messages that the other side may have and not be done with: it takes each to pieces when it comes, so a flood would hold up whoever waits there. */
const AHEAD = 4;
/** Messages that may wait here: more than a window of records is made into at once, so that the next is read while this one is written. */
const WAITING = 24;

/** Sends messages in their order, a few ahead of the other side, and keeps those made meanwhile. */
export class Outbox<T> {
  readonly #post: (message: T) => void;
  readonly #waiting: T[] = [];
  #room = AHEAD;
  #wake: (() => void) | null = null;

  constructor(post: (message: T) => void) {
    this.#post = post;
  }

  /** Waits where the other side is far behind. */
  async add(message: T): Promise<void> {
    this.#waiting.push(message);
    this.#send();
    // Word from the other side comes in only between pieces of work.
    await setImmediate();
    await this.#until(WAITING - 1);
  }

  /** The other side is done with a message. */
  giveRoom(): void {
    this.#room += 1;
    this.#send();
    this.#wake?.();
  }

  /** Waits until everything is on its way. */
  async emptied(): Promise<void> {
    await this.#until(0);
  }

  #send(): void {
    while (this.#room > 0) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#room -= 1;
      this.#post(next);
    }
  }

  async #until(left: number): Promise<void> {
    while (this.#waiting.length > left) await new Promise<void>((resolve) => { this.#wake = resolve; });
  }
}
