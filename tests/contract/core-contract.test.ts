import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isContractProcedure } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '#shared/contract/index.ts';
import { driveCore, type DrivenCore } from '#tests/builders/driven-core.ts';

interface Procedure {
  name: string;
  input: z.ZodType | null;
  call(input: unknown): Promise<unknown>;
}

/** Every procedure as the contract lists them, called as a client calls it. */
function procedures(driven: () => DrivenCore): Procedure[] {
  return Object.entries(contract).flatMap(([feature, table]) => Object.entries(table).map(([name, procedure]): Procedure => {
    if (!isContractProcedure(procedure)) throw new Error(`${feature}.${name} is no procedure`);
    const input: unknown = procedure['~orpc'].inputSchema;
    return {
      name: `${feature}.${name}`,
      input: input instanceof z.ZodType ? input : null,
      call: async (value) => Reflect.get(Reflect.get(driven().api, feature), name)(value),
    };
  }));
}

let dir: string;
let driven: DrivenCore;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'ballast-contract-'));
  driven = driveCore(dir);
});
afterAll(async () => {
  await driven.core.close();
  rmSync(dir, { recursive: true, force: true });
});

const all = procedures(() => driven);
const asking = all.filter((one) => one.input !== null);

/** Answers also where no book is open, and why. */
const BOOKLESS = new Map([
  ['app.state', 'the program itself'], ['app.saveSettings', 'the program itself'], ['app.topics', 'the program itself'],
  ['book.create', 'opens one'], ['book.open', 'opens one'], ['book.close', 'none is what it is for'], ['book.restore', 'opens one'], ['book.showOwner', 'another has it'],
  ['sample.create', 'makes one'],
  ['reminders.test', 'tells that telling works'], ['reminders.watch', 'a page that waits'], ['reminders.told', 'what a page has shown'],
  ['sync.cancel', 'ends what is running, if it is'],
  ['imports.inspect', 'reads a file only'], ['imports.cancel', 'ends what is running, if it is'], ['imports.release', 'drops what was made of files, if it was'],
]);

/** A sound input of each procedure that needs one and a book, for which no row has to be there. */
const SOUND: Record<string, unknown> = {
  'accounts.window': { filter: {}, sort: 'name', descending: false, cursor: null, limit: 10 },
  'accounts.totals': { filter: {} },
  'accounts.counts': { filters: [{}, { criteria: { combinator: 'and', rules: [{ field: 'isKey', operator: '=', value: true }] } }] },
  'accounts.values': { field: 'city', text: '', limit: 5 },
  'accounts.updateMany': { filter: {}, patch: { city: 'Wuxi' } },
  'accounts.addTasks': { filter: {}, title: 'Call', dueOn: null },
  'accounts.export': { run: 'r', format: 'csv', title: 'All', filter: {}, sort: 'name', descending: false, columns: [{ id: 'name', header: 'Account' }] },
  'accounts.exported': { run: 'r' },
  'views.list': { list: 'accounts' },
  'views.save': { list: 'accounts', name: 'North', document: { version: 1, columns: [{ id: 'name' }], pinned: 1, criteria: { combinator: 'and', rules: [] }, sort: { column: 'name', descending: false } } },
  'views.move': { id: 'v', place: 0 },
  'views.remove': { id: 'v' },
  'accounts.file': { id: 'x' },
  'accounts.create': { name: 'A' },
  'accounts.update': { id: 'x', patch: { name: 'A' } },
  'people.list': { accountId: 'x' },
  'people.create': { accountId: 'x', name: 'P' },
  'people.update': { positionId: 'x', patch: { name: 'P' } },
  'people.remove': { positionId: 'x' },
  'people.eraseForGood': { personId: 'x' },
  'people.find': { text: 'a', kinds: ['account'], limit: 5 },
  'interactions.log': { accountId: 'x', at: 0, kind: 'call', durationMinutes: null, place: null, summary: 'S', notes: '', decisions: '', personIds: [], colleagueIds: [], newPeople: [], nextSteps: [] },
  'interactions.get': { id: 'x' },
  'interactions.remove': { id: 'x' },
  'interactions.draft': { key: 'k' },
  'interactions.saveDraft': { key: 'k', value: 'v' },
  'interactions.dropDraft': { key: 'k' },
  'tasks.open': { accountId: 'x' },
  'tasks.create': { accountId: 'x', title: 'T', dueOn: null, colleagueId: null, personId: null },
  'tasks.update': { id: 'x', patch: { title: 'T' } },
  'tasks.setDone': { id: 'x', done: true },
  'timeline.window': { accountId: 'x', kinds: ['task'], cursor: null, limit: 5 },
  'business.months': { accountId: 'x' },
  'business.rows': { accountId: 'x', from: '2026-01-01', to: '2026-12-31' },
  'book.backups': {},
  'book.update': { title: 'T', timeZone: 'UTC', currency: 'EUR' },
  'history.steps': { before: null, limit: 5 },
  'history.changes': { no: 1, limit: 5 },
  'history.fields': { key: 'x' },
  'history.preview': { no: 1 },
  'history.undo': {},
  'imports.run': { run: 'r', file: 'none', kind: 'accounts', mapping: {}, dryRun: true },
  'imports.cancel': { run: 'r' },
  'imports.release': { files: ['none'] },
  'imports.leftOutRows': { id: 'i', limit: 10 },
  'imports.leftOutFile': { id: 'i' },
  'imports.dropLeftOut': { id: 'i' },
  'search.find': { text: 'a' },
  'duplicates.list': { kind: 'account', offset: 0, limit: 5 },
  'duplicates.compare': { kind: 'person', firstId: 'x', secondId: 'y' },
  'duplicates.mergeAccounts': { survivorId: 'x', mergedId: 'y', values: { name: 'A' } },
  'duplicates.mergePeople': { survivorId: 'x', mergedId: 'y', values: { name: 'P' } },
  'duplicates.keepApart': { kind: 'account', firstId: 'x', secondId: 'y' },
  'duplicates.merges': { accountId: 'x' },
  'duplicates.successor': { id: 'x' },
  'reviews.figures': { accountId: 'x', period: { year: 2026, quarter: 1 } },
  'documents.setLook': { accent: '#0B6477', company: 'C', latin: 'Arial', chinese: 'SimSun', logo: null },
  'calendar.save': { chineseHolidays: false },
  'calendar.setDay': { date: '2026-10-10', working: true, name: 'Worked' },
  'calendar.removeDay': { date: '2026-10-10' },
  'calendar.importDays': { file: 'none' },
  'calendar.setFeed': { on: true },
  'days.ofAccount': { accountId: 'x' },
  'days.next': { day: '--12-03' },
  'days.addMilestone': { accountId: 'x', title: 'Listed', onDay: '2006-11-29', yearly: true },
  'days.updateMilestone': { id: 'x', patch: { yearly: false } },
  'days.removeMilestone': { id: 'x' },
  'reminders.upcoming': { days: 14 },
  'reminders.saveSettings': { tellAt: '09:00', quietHours: null },
  'reminders.answer': { key: 'task:x', answer: { type: 'snooze', until: 'tomorrow' } },
  'today.read': { whole: ['late'] },
  'today.answer': { key: 'task:x', until: 'tomorrow' },
  'sync.run': { folder: '/nowhere' },
  'reviews.list': { accountId: 'x' },
  'reviews.coming': { limit: 5 },
  'reviews.create': { accountId: 'x', period: { year: 2026, quarter: 1 }, language: 'zh-CN' },
  'reviews.get': { id: 'x' },
  'reviews.update': { id: 'x', patch: { place: 'Wuxi' } },
  'reviews.rate': { id: 'x', rating: 4, note: null },
  'reviews.setParticipants': { id: 'x', personIds: ['p'], colleagueIds: [] },
  'reviews.moveSection': { id: 'x', kind: 'results', place: 0 },
  'reviews.showSection': { id: 'x', kind: 'results', shown: false },
  'reviews.comment': { id: 'x', kind: 'results', text: 'Well' },
  'reviews.addItem': { id: 'x', kind: 'action', text: 'Call' },
  'reviews.updateItem': { itemId: 'x', text: 'Call again' },
  'reviews.moveItem': { itemId: 'x', place: 0 },
  'reviews.removeItem': { itemId: 'x' },
  'reviews.saveTemplate': { name: 'Own', sections: ['results'] },
  'reviews.removeTemplate': { id: 'x' },
  'reviews.freeze': { id: 'x' },
  'reviews.remove': { id: 'x' },
  'reviews.rows': { id: 'x', number: 'orders.amount:current' },
  'reviews.export': { id: 'x', language: 'en', format: 'xlsx' },
  'reviews.deck': { accountId: 'x', period: { year: 2026, quarter: 1 }, language: 'en', format: 'pdf' },
};

async function failure(promise: Promise<unknown>): Promise<unknown> {
  try {
    const answer = await promise;
    // A stream fails when it is read.
    if (typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer) for await (const event of answer as AsyncIterable<unknown>) expect.unreachable(String(event));
  } catch (error) {
    return error;
  }
  return expect.unreachable('answered');
}

describe('every procedure of the contract', () => {
  it('is there in the core', () => {
    const router: Record<string, object> = driven.core.router;
    expect(all.map((one) => one.name)).toEqual(expect.arrayContaining(Object.entries(router).flatMap(([feature, table]) => Object.keys(table).map((name) => `${feature}.${name}`))));
    expect(all.length).toBeGreaterThan(40);
  });

  describe('refuses what makes no sense, before anything runs', () => {
    it.each(asking)('$name', async ({ call }) => {
      for (const nonsense of [null, 7, 'text', [], [{}]]) expect(await failure(call(nonsense)), JSON.stringify(nonsense)).toMatchObject({ code: 'BAD_REQUEST' });
    });

    it.each(asking.filter((one) => SOUND[one.name] !== undefined))('$name, also in one field only', async ({ name, call }) => {
      for (const field of Object.keys(SOUND[name] as object)) {
        expect(await failure(call({ ...(SOUND[name] as object), [field]: Symbol('nonsense') })), field).toMatchObject({ code: 'BAD_REQUEST' });
      }
    });
  });

  describe('answers without a book that there is none', () => {
    it.each(all.filter((one) => !BOOKLESS.has(one.name)))('$name', async ({ name, input, call }) => {
      if (input) expect(input.safeParse(SOUND[name]).error, `the example of ${name}`).toBeUndefined();
      expect(await failure(call(SOUND[name]))).toMatchObject({ code: 'no-book', status: 409, defined: true });
    });

    it('or does its work', async () => {
      expect([...BOOKLESS.keys()].filter((name) => !all.some((one) => one.name === name))).toEqual([]);
      await driven.api.book.close();
      expect(await driven.api.app.state()).toMatchObject({ book: null });
      expect(await driven.api.imports.cancel({ run: 'none' })).toBeUndefined();
      expect(await failure(driven.api.imports.inspect({ file: 'none' }))).toMatchObject({ code: 'file-not-found' });
      expect(await failure(driven.api.book.restore({ path: join(dir, 'b.ballast'), file: 'none' }))).toMatchObject({ code: 'backup-not-found' });
      expect(await driven.api.book.showOwner({ path: join(dir, 'b.ballast') })).toEqual({ shown: false });
    });
  });
});
