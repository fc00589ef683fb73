import { describe, expect, it } from 'vitest';
import { plainChoices } from '#shared/domain/import/choices.ts';
import type { LayoutChoice } from '#shared/domain/import/layout.ts';
import type { ImportKind, ImportProgress, ImportSummary, Inspection, Mapping } from '#shared/domain/import/model.ts';
import type { Client } from '#renderer/client/types.ts';
import { jobsStore } from '#renderer/client/jobs-store.ts';
import { createImportSession } from '#renderer/features/import/import-session.ts';
import { plainReading } from '#tests/builders/plain-reading.ts';

interface Run { run: string; file: string; kind: ImportKind; mapping: Mapping; dryRun: boolean }

function summaryOf(part: Partial<ImportSummary>): ImportSummary {
  return {
    kind: 'accounts', file: 'x.csv', dryRun: false, stepNo: 7, rowsRead: 10, rowsRejected: 1, cancelled: false,
    tables: { account: { created: 9, updated: 0, same: 0, removed: 0 } }, problems: [], rowsIncomplete: 0, rowsSkipped: 0, doubtful: [], leftOut: null, ...part,
  };
}

const kindOf = (name: string): ImportKind => (name.includes('order') ? 'orders' : name.includes('contact') ? 'people' : 'accounts');

/** A core that knows files by their names; `fail` makes the next call of that name fail, `hold` lets a run wait. */
function fakeCore() {
  const core = {
    runs: [] as Run[],
    fail: null as 'upload' | 'inspect' | 'run' | 'stream' | 'cancel' | null,
    hold: null as Promise<void> | null,
    cancelled: [] as string[],
    dropped: [] as string[],
    released: [] as string[],
  };
  const inspect = ({ file, kind, layout }: { file: string; kind?: ImportKind; layout?: LayoutChoice }): Promise<Inspection> => {
    if (core.fail === 'inspect') return Promise.reject(new Error('inspect'));
    return Promise.resolve({ ...plainReading, layout: { ...plainReading.layout, ...layout }, file, kind: kind ?? kindOf(file), columns: [{ index: 0, header: 'Name', samples: [], values: [] }, { index: 1, header: 'City', samples: [], values: [] }], mapping: { name: 0 }, fields: [], missing: [], choices: plainChoices, remembered: false });
  };
  async function* run(input: Run): AsyncGenerator<ImportProgress> {
    core.runs.push(input);
    if (core.fail === 'run') throw new Error('run');
    yield { type: 'progress', rows: 4, bytes: 40, totalBytes: 100 };
    await core.hold;
    if (core.fail === 'stream') return;
    const cancelled = core.cancelled.includes(input.run);
    yield { type: 'done', summary: summaryOf({ kind: input.kind, file: input.file, dryRun: input.dryRun, stepNo: input.dryRun ? null : 7, cancelled, rowsRead: cancelled ? 6 : 10 }) };
  }
  const cancel = (input: { run: string }): Promise<void> => {
    if (core.fail === 'cancel') return Promise.reject(new Error('cancel'));
    core.cancelled.push(input.run);
    return Promise.resolve();
  };
  const dropLeftOut = ({ id }: { id: string }): Promise<void> => {
    core.dropped.push(id);
    return Promise.resolve();
  };
  const release = ({ files }: { files: string[] }): Promise<void> => {
    core.released.push(...files);
    return Promise.resolve();
  };
  const api = { imports: { inspect, cancel, dropLeftOut, release, run: (input: Run) => Promise.resolve(run(input)) } };
  const client = { api, upload: (file: File) => (core.fail === 'upload' ? Promise.reject(new Error('upload')) : Promise.resolve(file.name)) };
  // Only the procedures above are called here.
  return { core, client: client as object as Client };
}

const file = (name: string): File => new File(['x'], name);

async function sessionWith(...names: string[]) {
  const fake = fakeCore();
  const session = createImportSession();
  session.forBook('b1');
  await session.add(fake.client, names.map(file));
  const get = (name: string) => {
    const found = session.read().files.find((each) => each.name === name);
    if (!found) throw new Error(`no file ${name}`);
    return found;
  };
  return { ...fake, session, get };
}

describe('import session', () => {
  it('looks at all chosen files and takes accounts first', async () => {
    const { session, get } = await sessionWith('orders.csv', 'contacts.csv', 'customers.csv');
    expect(session.read().files.map(({ kind, stage }) => `${kind} ${stage}`)).toEqual(['orders mapping', 'people mapping', 'accounts mapping']);
    expect(session.read().active).toBe(get('customers.csv').id);
  });

  it('tries, imports and goes on to the next file, then to the start', async () => {
    const { session, client, core, get } = await sessionWith('contacts.csv', 'customers.csv');
    const first = get('customers.csv').id;
    session.setField(first, 1, 'city');
    await session.check(client, first, { verb: 'Trying', language: 'en' });
    expect(get('customers.csv')).toMatchObject({ stage: 'checked', preview: { dryRun: true, rowsRead: 10 } });
    const summary = await session.run(client, first, { verb: 'Importing', language: 'en' });
    expect(summary?.stepNo).toBe(7);
    expect(get('customers.csv')).toMatchObject({ stage: 'imported', done: true });
    expect(core.runs).toEqual([true, false].map((dryRun) => ({ file: 'customers.csv', kind: 'accounts', mapping: { name: 0, city: 1 }, choices: plainChoices, layout: plainReading.layout, language: 'en', dryRun, run: expect.any(String) })));
    session.next();
    expect(session.read().active).toBe(get('contacts.csv').id);
    await session.run(client, get('contacts.csv').id, { verb: 'Importing', language: 'en' });
    session.next();
    expect(session.read()).toEqual({ bookId: 'b1', files: [], active: null });
  });

  it('forgets a trial run when the columns change', async () => {
    const { session, client, get } = await sessionWith('customers.csv');
    const { id } = get('customers.csv');
    await session.check(client, id, { verb: 'Trying', language: 'en' });
    session.back(id);
    session.setField(id, 0, null);
    expect(get('customers.csv')).toMatchObject({ stage: 'mapping', mapping: {}, preview: null });
  });

  it('looks at a file anew as another kind', async () => {
    const { session, client, get } = await sessionWith('customers.csv');
    await session.setKind(client, get('customers.csv').id, 'people');
    expect(get('customers.csv')).toMatchObject({ kind: 'people', inspection: { kind: 'people' } });
  });

  /** Begins something that waits, and hands over when it may go on. */
  async function held<T>(core: { hold: Promise<void> | null }, begin: () => Promise<T>): Promise<{ running: Promise<T>; go: () => void }> {
    let go: () => void = () => undefined;
    core.hold = new Promise((resolve) => {
      go = resolve;
    });
    const running = begin();
    await new Promise((resolve) => setTimeout(resolve));
    return { running, go };
  }
  const cancelIt = (): void => jobsStore.cancel(jobsStore.read()[0]?.id ?? 0);

  it('shows a card with counted progress while it runs, and keeps what a cancelled import says it did', async () => {
    const { session, client, core, get } = await sessionWith('customers.csv');
    const { id } = get('customers.csv');
    await session.check(client, id, { verb: 'Trying', language: 'en' });
    const { running, go } = await held(core, () => session.run(client, id, { verb: 'Importing customers.csv', language: 'en' }));
    expect(jobsStore.read()).toMatchObject([{ verb: 'Importing customers.csv', done: 4, total: 10, fraction: 0.4 }]);
    expect(get('customers.csv').stage).toBe('importing');
    cancelIt();
    expect(core.cancelled).toEqual([core.runs.at(-1)?.run]);
    go();
    expect(await running).toMatchObject({ cancelled: true, rowsRead: 6, stepNo: 7 });
    expect(get('customers.csv')).toMatchObject({ stage: 'stopped', summary: { stepNo: 7 }, done: true, error: null });
    expect(jobsStore.read()).toEqual([]);
  });

  it('goes on with a stopped import from its columns', async () => {
    const { session, client, core, get } = await sessionWith('customers.csv');
    const { id } = get('customers.csv');
    const { running, go } = await held(core, () => session.run(client, id, { verb: 'Importing', language: 'en' }));
    cancelIt();
    go();
    await running;
    session.back(id);
    expect(get('customers.csv')).toMatchObject({ stage: 'mapping', mapping: { name: 0 }, summary: null, done: false });
    await session.run(client, id, { verb: 'Importing', language: 'en' });
    expect(get('customers.csv')).toMatchObject({ stage: 'imported', done: true });
    expect(new Set(core.runs.map(({ run }) => run)).size, 'each run has a name of its own').toBe(2);
  });

  it('goes back to the columns when a trial run is cancelled', async () => {
    const { session, client, core, get } = await sessionWith('customers.csv');
    const { running, go } = await held(core, () => session.check(client, get('customers.csv').id, { verb: 'Trying', language: 'en' }));
    cancelIt();
    go();
    await running;
    expect(get('customers.csv')).toMatchObject({ stage: 'mapping', preview: null, error: null });
  });

  it('says that all was imported when the word to end does not arrive', async () => {
    const { session, client, core, get } = await sessionWith('customers.csv');
    const { running, go } = await held(core, () => session.run(client, get('customers.csv').id, { verb: 'Importing', language: 'en' }));
    core.fail = 'cancel';
    cancelIt();
    go();
    await running;
    expect(get('customers.csv')).toMatchObject({ stage: 'imported', summary: { rowsRead: 10 } });
  });

  it('does not take a stream that breaks off for an import that is done', async () => {
    const { session, client, core, get } = await sessionWith('customers.csv');
    core.fail = 'stream';
    expect(await session.run(client, get('customers.csv').id, { verb: 'Importing', language: 'en' })).toBeNull();
    expect(get('customers.csv')).toMatchObject({ stage: 'checked', error: expect.any(Error), done: false });
  });

  it.each([
    ['upload', 'sending'],
    ['inspect', 'sending'],
  ] as const)('says in place when %s fails, and the file can be taken off the list', async (call, stage) => {
    const fake = fakeCore();
    const session = createImportSession();
    fake.core.fail = call;
    await session.add(fake.client, [file('customers.csv')]);
    const [failed] = session.read().files;
    expect(failed).toMatchObject({ stage, error: new Error(call) });
    session.leave(failed?.id ?? 0);
    expect(session.read()).toMatchObject({ files: [], active: null });
  });

  it('goes back to where it was when trying or importing fails', async () => {
    const { session, client, core, get } = await sessionWith('customers.csv');
    const { id } = get('customers.csv');
    core.fail = 'run';
    await session.check(client, id, { verb: 'Trying', language: 'en' });
    expect(get('customers.csv')).toMatchObject({ stage: 'mapping', error: new Error('run') });
    core.fail = null;
    await session.check(client, id, { verb: 'Trying', language: 'en' });
    core.fail = 'run';
    expect(await session.run(client, id, { verb: 'Importing', language: 'en' })).toBeNull();
    expect(get('customers.csv')).toMatchObject({ stage: 'checked', error: new Error('run'), done: false });
  });

  it('starts anew in another book and stays in the same one', async () => {
    const { session } = await sessionWith('customers.csv');
    session.forBook('b1');
    expect(session.read().files).toHaveLength(1);
    session.forBook('b2');
    expect(session.read()).toEqual({ bookId: 'b2', files: [], active: null });
  });

  it('reads a file another way when asked, and runs it so; what fails leaves it as it was', async () => {
    const { core, client, session, get } = await sessionWith('customers.csv');
    const { id } = get('customers.csv');
    await session.setLayout(client, id, { encoding: 'big5', headerRow: 4 });
    expect(get('customers.csv').inspection?.layout).toMatchObject({ encoding: 'big5', headerRow: 4 });
    await session.check(client, id, { verb: 'Trying', language: 'en' });
    expect(core.runs.at(-1)).toMatchObject({ layout: { encoding: 'big5', headerRow: 4 } });
    core.fail = 'inspect';
    await session.setLayout(client, id, { encoding: 'gb18030' });
    expect(get('customers.csv')).toMatchObject({ error: expect.any(Error), inspection: { layout: { encoding: 'big5' } } });
  });

  describe('with rows that mend an earlier import', () => {
    const terms = { verb: 'Importing', language: 'en' } as const;
    async function mending() {
      const made = await sessionWith('customers.csv');
      await made.session.add(made.client, [file('orders +.csv')], 'left1');
      return { ...made, id: made.get('orders +.csv').id };
    }

    it('forgets those rows once they are imported, not when they are only tried', async () => {
      const { session, client, core, id, get } = await mending();
      expect([get('customers.csv').mends, get('orders +.csv').mends]).toEqual([null, 'left1']);
      await session.check(client, id, terms);
      expect(core.dropped).toEqual([]);
      await session.run(client, id, terms);
      expect(core.dropped).toEqual(['left1']);
    });

    it('keeps them when it is cancelled or fails, and forgets them when it went through after all', async () => {
      const { session, client, core, id } = await mending();
      const { running, go } = await held(core, () => session.run(client, id, terms));
      cancelIt();
      go();
      await running;
      core.fail = 'stream';
      await session.run(client, id, terms);
      expect(core.dropped).toEqual([]);
      core.fail = null;
      await session.run(client, id, terms);
      expect(core.dropped).toEqual(['left1']);
    });

    it('forgets nothing after any other file', async () => {
      const { session, client, core, get } = await mending();
      await session.run(client, get('customers.csv').id, terms);
      expect(core.dropped).toEqual([]);
    });
  });

  it('takes choices one by one, and knows which of them were tried', async () => {
    const { session, client, core, get } = await sessionWith('customers.csv');
    const { id } = get('customers.csv');
    session.setChoices(id, { createAccounts: true });
    await session.check(client, id, { verb: 'Trying', language: 'en' });
    expect(get('customers.csv').checked).toBe(get('customers.csv').choices);
    session.setChoices(id, { sameAs: { oakline: 'a3' } });
    expect(get('customers.csv')).toMatchObject({ stage: 'checked', preview: { dryRun: true }, choices: { ...plainChoices, createAccounts: true, sameAs: { oakline: 'a3' } } });
    expect(get('customers.csv').checked).toEqual({ ...plainChoices, createAccounts: true });
    await session.check(client, id, { verb: 'Trying', language: 'en' });
    expect(core.runs.at(-1)).toMatchObject({ choices: { createAccounts: true, sameAs: { oakline: 'a3' } } });
    expect(get('customers.csv').checked).toBe(get('customers.csv').choices);
    session.setChoices(99, { createAccounts: true });
    expect(session.read().files).toHaveLength(1);
  });
});

describe('leaving the screen', () => {
  it('lets the core drop what it made of the files, of those taken off the list too', async () => {
    const { core, client } = fakeCore();
    const session = createImportSession();
    session.release(client);
    expect(core.released).toEqual([]);
    await session.add(client, [file('customers.xlsx'), file('orders.xlsx')]);
    session.leave(session.read().files[0]?.id ?? 0);
    session.release(client);
    expect(core.released).toEqual(['customers.xlsx', 'orders.xlsx']);
  });
});
