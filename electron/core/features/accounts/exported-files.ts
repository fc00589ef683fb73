import { CodedError } from '#shared/kernel/coded-error.ts';

/** Files that wait to be fetched; one that nobody fetches makes room for later ones. */
const KEPT = 4;

/** Exports that are done, each handed over once. */
export class ExportedFiles {
  readonly #files = new Map<string, File>();

  keep(run: string, file: File): void {
    this.#files.set(run, file);
    for (const oldest of this.#files.keys()) {
      if (this.#files.size <= KEPT) break;
      this.#files.delete(oldest);
    }
  }

  /** @throws CodedError `file-not-found` when there is none, or no longer */
  take(run: string): File {
    const file = this.#files.get(run);
    if (!file) throw new CodedError('file-not-found');
    this.#files.delete(run);
    return file;
  }
}
