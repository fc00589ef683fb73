import { describe, expect, it } from 'vitest';
import type { ImportKind, ImportProgress, ImportSummary, Inspection, Mapping } from '#shared/domain/import/model.ts';
import type { Client } from '#renderer/client/types.ts';
import { jobsStore } from '#renderer/client/jobs-store.ts';
import { createImportSession } from '#renderer/features/import/import-session.ts';

interface Run { file: string; kind: ImportKind; mapping: Mapping; dryRun: boolean }

function summaryOf(part: Partial<ImportSummary>): ImportSummary {
  return {
    kind: 'accounts', file: 'x.csv', dryRun: false, stepNo: 7, rowsRead: 10, rowsRejected: 1, cancelled: false,
    tables: { account: { created: 9, updated: 0, same: 0, removed: 0 } }, problems: [], ...part,
  };
}

const kindOf = (name: string): ImportKind => (name.includes('order') ? 'orders' : name.includes('contact') ? 'people' : 'accounts');

/** A core that knows files by their names; `fail` makes the next call of that name fail, `hold` lets a run wait. */
function fakeCore() {
  const core = {
    runs: [] as Run[],
    fail: null as 'upload' | 'inspect' | 'run' | null,
    hold: null as Promise<void> | null,
    /** What the core answers to an end that the person asked for. */
    summaryOnCancel: null as ImportSummary | null,
  };
  const inspect = ({ file, kind }: { file: string; kind?: ImportKind }): Promise<Inspection> => {
    if (core.fail === 'inspect') return Promise.reject(new Error('inspect'));
    return Promise.resolve({ file, kind: kind ?? kindOf(file), columns: [{ index: 0, header: 'Name', samples: [] }, { index: 1, header: 'City', samples: [] }], mapping: { name: 0 }, fields: [], missing: [] });
  };
  async function* run(input: Run, signal: AbortSignal | undefined): AsyncGenerator<ImportProgress> {
    core.runs.push(input);
    if (core.fail === 'run') throw new Error('run');
    yield { type: 'progress', rows: 4, bytes: 40, totalBytes: 100 };
    await core.hold;
    if (signal?.aborted) {
      if (core.summaryOnCancel) yield { type: 'done', summary: core.summaryOnCancel };
      else throw new Error('aborted');
      return;
    }
    yield { type: 'done', summary: summaryOf({ kind: input.kind, file: input.file, dryRun: input.dryRun, stepNo: input.dryRun ? null : 7 }) };
  }
  const api = { imports: { inspect, run: (input: Run, options?: { signal?: AbortSignal }) => Promise.resolve(run(input, options?.signal)) } };
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
    await session.check(client, first, 'Trying');
    expect(get('customers.csv')).toMatchObject({ stage: 'checked', preview: { dryRun: true, rowsRead: 10 } });
    const summary = await session.run(client, first, 'Importing');
    expect(summary?.stepNo).toBe(7);
    expect(get('customers.csv')).toMatchObject({ stage: 'imported', done: true });
    expect(core.runs).toEqual([true, false].map((dryRun) => ({ file: 'customers.csv', kind: 'accounts', mapping: { name: 0, city: 1 }, dryRun })));
    session.next();
    expect(session.read().active).toBe(get('contacts.csv').id);
    await session.run(client, get('contacts.csv').id, 'Importing');
    session.next();
    expect(session.read()).toEqual({ bookId: 'b1', files: [], active: null });
  });

  it('forgets a trial run when the columns change', async () => {
    const { session, client, get } = await sessionWith('customers.csv');
    const { id } = get('customers.csv');
    await session.check(client, id, 'Trying');
    session.back(id);
    session.setField(id, 0, null);
    expect(get('customers.csv')).toMatchObject({ stage: 'mapping', mapping: {}, preview: null });
  });

  it('looks at a file anew as another kind', async () => {
    const { session, client, get } = await sessionWith('customers.csv');
    await session.setKind(client, get('customers.csv').id, 'people');
    expect(get('customers.csv')).toMatchObject({ kind: 'people', inspection: { kind: 'people' } });
  });

  it('shows a card with counted progress while it runs, and stops when cancelled', async () => {
    const { session, client, core, get } = await sessionWith('customers.csv');
    const { id } = get('customers.csv');
    await session.check(client, id, 'Trying');
    let go: () => void = () => undefined;
    core.hold = new Promise((resolve) => {
      go = resolve;
    });
    const running = session.run(client, id, 'Importing customers.csv');
    await new Promise((resolve) => setTimeout(resolve));
    expect(jobsStore.read()).toMatchObject([{ verb: 'Importing customers.csv', done: 4, total: 10, fraction: 0.4 }]);
    expect(get('customers.csv').stage).toBe('importing');
    jobsStore.cancel(jobsStore.read()[0]?.id ?? 0);
    go();
    expect(await running).toBeNull();
    expect(get('customers.csv')).toMatchObject({ stage: 'stopped', stoppedAt: 4, done: true, error: null });
    expect(jobsStore.read()).toEqual([]);
  });

  it('keeps what a cancelled import says it did', async () => {
    const { session, client, core, get } = await sessionWith('customers.csv');
    core.summaryOnCancel = summaryOf({ cancelled: true, rowsRead: 6 });
    let go: () => void = () => undefined;
    core.hold = new Promise((resolve) => {
      go = resolve;
    });
    const running = session.run(client, get('customers.csv').id, 'Importing');
    await new Promise((resolve) => setTimeout(resolve));
    jobsStore.cancel(jobsStore.read()[0]?.id ?? 0);
    go();
    await running;
    expect(get('customers.csv')).toMatchObject({ stage: 'stopped', stoppedAt: 6, summary: { stepNo: 7 } });
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
    await session.check(client, id, 'Trying');
    expect(get('customers.csv')).toMatchObject({ stage: 'mapping', error: new Error('run') });
    core.fail = null;
    await session.check(client, id, 'Trying');
    core.fail = 'run';
    expect(await session.run(client, id, 'Importing')).toBeNull();
    expect(get('customers.csv')).toMatchObject({ stage: 'checked', error: new Error('run'), done: false });
  });

  it('starts anew in another book and stays in the same one', async () => {
    const { session } = await sessionWith('customers.csv');
    session.forBook('b1');
    expect(session.read().files).toHaveLength(1);
    session.forBook('b2');
    expect(session.read()).toEqual({ bookId: 'b2', files: [], active: null });
  });
});
