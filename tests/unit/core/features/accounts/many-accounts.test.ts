import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import readXlsxFile from 'read-excel-file/node';
import { undoStep } from '#core/db/undo.ts';
import { createAccountsHandlers } from '#core/features/accounts/handlers.ts';
import { readContacts } from '#core/features/people/read-contacts.ts';
import { insertTask } from '#core/features/tasks/repository.ts';
import { readOpenTasks } from '#core/features/tasks/read-tasks.ts';
import type { ExportEvent } from '#shared/contract/accounts-export.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };
const columns = [{ id: 'name', header: 'Account' }, { id: 'industry', header: '=Industry' }, { id: 'revenue', header: 'Revenue' }, { id: 'contractEnd', header: 'Ends' }, { id: 'tasks.openCount', header: 'Open' }];

let made: FeatureBook;
let ids: string[];
const accounts = () => createAccountsHandlers({ ...made.deps, readContacts, readOpenTasks, insertTask });

beforeEach(() => {
  made = featureBook();
  ids = made.fill((fill) => {
    const [a, b, c] = [
      fill.account('=cmd|calc', { industry: '-1+2', contractEnd: '2026-12-31' }), fill.account('恒岳, "重工"', { industry: 'Machines', isKey: true }), fill.account('Castellan', { industry: 'Machines' }),
    ];
    fill.order(a, { on: '2026-10-01', lines: [{ amount: -1_234_500 }] });
    return [a, b, c];
  });
});

afterEach(() => made.dispose());

async function exported(format: 'csv' | 'xlsx', stop = signal): Promise<{ file: File; events: ExportEvent[] }> {
  const table = accounts();
  const events: ExportEvent[] = [];
  for await (const event of await table.export({ run: 'r', format, title: 'All: 23/11', filter: {}, sort: 'name', descending: false, columns }, stop)) events.push(event);
  return { events, file: await table.exported({ run: 'r' }, signal) as File };
}

describe('an exported list', () => {
  it('is CSV that spreadsheets read as UTF-8, with texts that look like formulas quoted and numbers not', async () => {
    const { file, events } = await exported('csv');
    expect(events.at(-1)).toEqual({ type: 'done', rows: 3, fileName: 'All 23 11.csv' });
    expect([...new Uint8Array(await file.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect((await file.text()).replace('\uFEFF', '').split('\r\n')).toEqual([
      "Account,'=Industry,Revenue,Ends,Open", "'=cmd|calc,'-1+2,-123.45,2026-12-31,0", 'Castellan,Machines,,,0', '"恒岳, ""重工""",Machines,,,0', '',
    ]);
  });

  it('is a workbook with numbers as numbers and dates as dates', async () => {
    const { file } = await exported('xlsx');
    const [sheet] = await readXlsxFile(Buffer.from(await file.arrayBuffer()));
    expect(sheet?.data[0]).toEqual(['Account', "'=Industry", 'Revenue', 'Ends', 'Open']);
    expect(sheet?.data[1]).toEqual(["'=cmd|calc", "'-1+2", -123.45, new Date('2026-12-31T00:00:00Z'), 0]);
    expect(sheet?.data).toHaveLength(4);
  });

  it.each(['csv', 'xlsx'] as const)('ends midway when it is cancelled then (%s)', async (format) => {
    made.fill((fill) => { for (let n = 0; n < 1_100; n += 1) fill.account(`N${n}`); });
    expect((await exported(format)).events.at(-1)).toMatchObject({ rows: 1_103 });
    let asked = 0;
    const ending = new AbortController();
    const stop = Object.assign(ending.signal, {
      throwIfAborted() {
        asked += 1;
        if (asked === 3) throw new DOMException('aborted', 'AbortError');
      },
    });
    await expect(exported(format, { signal: stop })).rejects.toThrow('aborted');
    expect(asked).toBe(3);
  });

  it('leaves nothing behind when it is cancelled, and is handed over once', async () => {
    const ending = new AbortController();
    ending.abort();
    await expect(exported('csv', { signal: ending.signal })).rejects.toThrow(/abort/i);
    const table = accounts();
    expect(() => table.exported({ run: 'r' }, signal)).toThrow('file-not-found');
  });
});

describe('the same for many accounts', () => {
  const rows = async () => (await accounts().window({ filter: {}, sort: 'name', descending: false, cursor: null, limit: 10, extra: ['industry', 'tasks.openCount'] }, signal)).rows;

  it('sets a field on all of a filter in one step, which undo takes back', async () => {
    const { stepNo, count } = await accounts().updateMany({ filter: { exceptIds: [ids[0] ?? ''] }, patch: { industry: 'Steel' } }, signal);
    expect(count).toBe(2);
    expect((await rows()).map(({ extra }) => extra?.industry)).toEqual(['-1+2', 'Steel', 'Steel']);
    undoStep(made.book, stepNo);
    expect((await rows()).map(({ extra }) => extra?.industry)).toEqual(['-1+2', 'Machines', 'Machines']);
  });

  it('adds a task to each of those picked', async () => {
    await accounts().addTasks({ filter: { ids: ids.slice(0, 2) }, title: 'Call', dueOn: '2026-12-01' }, signal);
    expect((await rows()).map(({ nextTask, nextDue, extra }) => [nextTask, nextDue, extra?.['tasks.openCount']])).toEqual([['Call', '2026-12-01', 1], [null, null, 0], ['Call', '2026-12-01', 1]]);
  });

  it('spans several transactions when they are very many, and is still one step', async () => {
    made.fill((fill) => { for (let n = 0; n < 1_100; n += 1) fill.account(`N${n}`); });
    const { stepNo, count } = await accounts().updateMany({ filter: {}, patch: { isKey: true } }, signal);
    expect(count).toBe(1_103);
    expect(await accounts().counts({ filters: [{ keyOnly: true }, {}] }, signal)).toEqual([1_103, 1_103]);
    undoStep(made.book, stepNo);
    expect(await accounts().counts({ filters: [{ keyOnly: true }, { ids: ['none'] }] }, signal)).toEqual([1, 0]);
  });

  it('suggests what is said already, the most used first', async () => {
    expect(await accounts().values({ field: 'industry', text: '', limit: 5 }, signal)).toEqual(['Machines', '-1+2']);
    expect(await accounts().values({ field: 'industry', text: 'mach', limit: 5 }, signal)).toEqual(['Machines']);
  });
});
