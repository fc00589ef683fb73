import { plainChoices, type ImportChoices } from '#shared/domain/import/choices.ts';
import type { Language } from '#shared/domain/book/model.ts';
import type { LayoutChoice } from '#shared/domain/import/layout.ts';
import type { ImportKind, ImportSummary, Inspection, Mapping } from '#shared/domain/import/model.ts';
import { createStore, type Store } from '#renderer/client/create-store.ts';
import { jobsStore } from '#renderer/client/jobs-store.ts';
import type { Client } from '#renderer/client/types.ts';
import { carriedMapping, nextInOrder, progressOf, withField } from './view-model.ts';

export type FileStage = 'sending' | 'mapping' | 'checking' | 'checked' | 'importing' | 'imported' | 'stopped';

/** One chosen file on its way into the book. */
export interface ImportFile {
  id: number;
  name: string;
  stage: FileStage;
  /** What the core knows the file by; null until it is sent. */
  token: string | null;
  inspection: Inspection | null;
  kind: ImportKind | null;
  mapping: Mapping;
  choices: ImportChoices;
  /** The choices that the trial run was made with; null before it. */
  checked: ImportChoices | null;
  /** The rows left out by an earlier import that this file mends; null for any other file. */
  mends: string | null;
  /** Outcome of the trial run with the mapping as it is. */
  preview: ImportSummary | null;
  summary: ImportSummary | null;
  /** Why the last attempt failed; null when it did not. */
  error: unknown;
  done: boolean;
}

/** How a run is told of: words for the progress card, and the language of what is kept. */
export interface RunTerms { verb: string; language: Language }

export interface ImportState {
  /** The book that the files are for. */
  bookId: string | null;
  files: ImportFile[];
  active: number | null;
}

export interface ImportSession extends Pick<Store<ImportState>, 'read' | 'subscribe'> {
  /** Starts anew when another book is open. */
  forBook(bookId: string): void;
  /** @param mends the rows left out that these files mend */
  add(client: Client, files: File[], mends?: string): Promise<void>;
  setKind(client: Client, id: number, kind: ImportKind): Promise<void>;
  /** Reads the file another way; its kind and columns are proposed anew. */
  setLayout(client: Client, id: number, layout: LayoutChoice): Promise<void>;
  setField(id: number, column: number, field: string | null): void;
  setChoices(id: number, part: Partial<ImportChoices>): void;
  /** Trial run: nothing is written. */
  check(client: Client, id: number, terms: RunTerms): Promise<void>;
  /** @returns the summary, also of what had been done when it was cancelled; null when it failed */
  run(client: Client, id: number, terms: RunTerms): Promise<ImportSummary | null>;
  /** Back to the columns; a stopped import goes on from there. */
  back(id: number): void;
  choose(id: number): void;
  /** Takes a file off the list, and goes on to the next. */
  leave(id: number): void;
  /** The screen is left: what the core made of the files need not be kept. */
  release(client: Client): void;
  /** Goes on to the next file that is not imported yet; with none left, to the start. */
  next(): void;
}

/** The import as it stands, outside of any page, so that it goes on while the person looks at something else. */
export function createImportSession(): ImportSession {
  const store = createStore<ImportState>({ bookId: null, files: [], active: null });
  const sent = new Set<string>();
  let lastId = 0;

  const patch = (id: number, part: Partial<ImportFile>): void => {
    const state = store.read();
    store.set({ ...state, files: state.files.map((file) => (file.id === id ? { ...file, ...part } : file)) });
  };
  const find = (id: number): ImportFile | undefined => store.read().files.find((file) => file.id === id);

  const take = (id: number, inspection: Inspection): void => {
    const earlier = store.read().files.filter((file) => file.id !== id);
    patch(id, { stage: 'mapping', inspection, kind: inspection.kind, mapping: carriedMapping(inspection, earlier), choices: inspection.choices, checked: null, preview: null, error: null });
  };

  async function send(client: Client, id: number, file: File): Promise<void> {
    try {
      const token = await client.upload(file);
      sent.add(token);
      patch(id, { token });
      take(id, await client.api.imports.inspect({ file: token }));
    } catch (error) {
      patch(id, { error });
    }
  }

  async function follow(client: Client, file: ImportFile, dryRun: boolean, { verb, language }: RunTerms): Promise<ImportSummary> {
    const { token, kind, mapping, choices, preview, inspection } = file;
    if (token === null || kind === null) throw new Error('the file is not known yet');
    return jobsStore.start(verb, async (report, signal) => {
      const run = crypto.randomUUID();
      const events = await client.api.imports.run({ run, file: token, kind, mapping, choices, dryRun, language, layout: inspection?.layout });
      // Asked to end instead of broken off, so that it still says what it did. Should the word not arrive, it goes on to its end and says that.
      const cancel = (): void => void client.api.imports.cancel({ run }).catch(() => undefined);
      if (signal.aborted) cancel();
      else signal.addEventListener('abort', cancel, { once: true });
      let summary: ImportSummary | null = null;
      for await (const event of events) {
        if (event.type === 'done') summary = event.summary;
        else report(progressOf(event, dryRun ? null : (preview?.rowsRead ?? null)));
      }
      if (!summary) throw new Error('the import ended without a summary');
      return summary;
    });
  }

  return {
    read: store.read,
    subscribe: store.subscribe,
    forBook(bookId) {
      if (store.read().bookId !== bookId) store.set({ bookId, files: [], active: null });
    },
    async add(client, chosen, mends) {
      const added = chosen.map((file) => ({ file, id: ++lastId }));
      const state = store.read();
      const entries = added.map(({ file, id }): ImportFile => ({
        id, name: file.name, stage: 'sending', token: null, inspection: null, kind: null, mapping: {}, choices: plainChoices, checked: null, mends: mends ?? null, preview: null, summary: null, error: null, done: false,
      }));
      store.set({ ...state, files: [...state.files, ...entries] });
      for (const { file, id } of added) await send(client, id, file);
      const current = store.read();
      const busy = find(current.active ?? 0);
      if (!busy || busy.done) store.set({ ...current, active: nextInOrder(current.files)?.id ?? current.active });
    },
    async setKind(client, id, kind) {
      const file = find(id);
      if (!file?.token || file.kind === kind) return;
      patch(id, { kind });
      try {
        take(id, await client.api.imports.inspect({ file: file.token, kind, layout: file.inspection?.layout }));
      } catch (error) {
        patch(id, { error });
      }
    },
    async setLayout(client, id, layout) {
      const file = find(id);
      if (!file?.token) return;
      try {
        take(id, await client.api.imports.inspect({ file: file.token, layout }));
      } catch (error) {
        patch(id, { error });
      }
    },
    setField(id, column, field) {
      const file = find(id);
      if (file) patch(id, { mapping: withField(file.mapping, column, field), preview: null, error: null });
    },
    setChoices(id, part) {
      const file = find(id);
      if (file) patch(id, { choices: { ...file.choices, ...part }, error: null });
    },
    async check(client, id, terms) {
      const file = find(id);
      if (!file || file.stage === 'checking') return;
      patch(id, { stage: 'checking', error: null });
      try {
        const summary = await follow(client, file, true, terms);
        patch(id, summary.cancelled ? { stage: 'mapping' } : { stage: 'checked', preview: summary, checked: file.choices });
      } catch (error) {
        patch(id, { stage: 'mapping', error });
      }
    },
    async run(client, id, terms) {
      const file = find(id);
      if (!file || file.stage === 'importing') return null;
      patch(id, { stage: 'importing', error: null });
      try {
        const summary = await follow(client, file, false, terms);
        if (file.mends !== null && !summary.cancelled) await client.api.imports.dropLeftOut({ id: file.mends });
        patch(id, { stage: summary.cancelled ? 'stopped' : 'imported', summary, done: true });
        return summary;
      } catch (error) {
        patch(id, { stage: 'checked', error });
        return null;
      }
    },
    back: (id) => patch(id, { stage: 'mapping', preview: null, summary: null, error: null, done: false }),
    choose: (id) => store.set({ ...store.read(), active: id }),
    leave(id) {
      const state = store.read();
      const files = state.files.filter((file) => file.id !== id);
      store.set({ ...state, files, active: nextInOrder(files)?.id ?? files.at(-1)?.id ?? null });
    },
    release(client) {
      if (sent.size > 0) client.api.imports.release({ files: [...sent] }).catch(() => undefined);
    },
    next() {
      const state = store.read();
      const following = nextInOrder(state.files);
      store.set(following ? { ...state, active: following.id } : { ...state, files: [], active: null });
    },
  };
}

/** The one import session of the window. */
export const importSession = createImportSession();
