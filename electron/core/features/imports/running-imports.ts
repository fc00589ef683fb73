import type { CancelSignal } from '#shared/contract/handlers.ts';

/** Says whether to end; asked between batches. */
export type StopSign = Pick<CancelSignal, 'aborted'>;

/**
 * Imports that can be asked by name to end. Breaking the connection off ends one as well, but then nobody is left to
 * take its summary.
 */
export class RunningImports {
  readonly #asked = new Map<string, boolean>();

  /** @param signal ends it when the client goes away */
  start<T>(run: string | undefined, signal: CancelSignal, begin: (stop: StopSign) => AsyncGenerator<T>): AsyncGenerator<T> {
    if (run === undefined) return begin(signal);
    const asked = this.#asked;
    // Known from here on, not from its first event: whoever has the iterator may cancel.
    asked.set(run, false);
    return this.#until(run, begin({ get aborted() { return signal.aborted || asked.get(run) === true; } }));
  }

  /** Ends a run behind its last whole batch; one that is over already stays as it is. */
  cancel(run: string): void {
    if (this.#asked.has(run)) this.#asked.set(run, true);
  }

  async *#until<T>(run: string, events: AsyncGenerator<T>): AsyncGenerator<T> {
    try {
      yield* events;
    } finally {
      this.#asked.delete(run);
    }
  }
}
