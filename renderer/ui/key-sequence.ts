/** How long the second key of a sequence may take. */
const PATIENCE_MS = 1_500;

/** Tells when a letter follows its leader, as in G then A. */
export interface KeySequence {
  /** @param now milliseconds; @returns the letter that completed the sequence, else null */
  press(key: string, now: number): string | null;
}

/** @param leader the key that begins a sequence, in lower case */
export function createKeySequence(leader: string): KeySequence {
  let ledAt: number | null = null;
  return {
    press(key, now) {
      const pressed = key.toLowerCase();
      const led = ledAt !== null && now - ledAt <= PATIENCE_MS;
      ledAt = pressed === leader && !led ? now : null;
      return led ? pressed : null;
    },
  };
}
