import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { erasePerson } from '#core/db/erase-person.ts';
import { takeBackup } from '#core/db/take-backup.ts';
import { undoStep } from '#core/db/undo.ts';
import { verifyBook } from '#core/db/verify.ts';
import { createPeopleHandlers } from '#core/features/people/handlers.ts';
import { createSearchHandlers } from '#core/features/search/handlers.ts';
import { namesAreBehind, searchIsBehind } from '#core/measures/search-changes.ts';
import { catchUpSearch } from '#core/measures/search-index.ts';
import type { BookFiller } from '#tests/builders/book-filler.ts';
import { featureBook, type FeatureBook } from '#tests/builders/feature-book.ts';

const signal = { signal: new AbortController().signal };

let t: FeatureBook;
let account: string;

const find = async (text: string, limit = 5) => createSearchHandlers(t.deps).find({ text, limit }, signal);
/** Titles by kind. */
const titles = async (text: string) => Object.fromEntries((await find(text)).groups.map(({ kind, hits }) => [kind, hits.map((hit) => hit.title.text)]));
const step = (work: (fill: BookFiller) => unknown): number => {
  const filler = t.fill((fill) => fill);
  return t.book.write({ kind: 'user', verb: 'account.create', params: { name: 'x' } }, () => work(filler)).stepNo;
};
const docs = () => t.book.db.prepare('SELECT count(*) AS n FROM search_doc').get();

beforeEach(() => {
  t = featureBook();
  account = t.fill((fill) => {
    const id = fill.account('恒岳重工集团', { alias: 'Hengyue Heavy', city: '无锡', externalId: 'C-17' });
    const { personId } = fill.person(id, '刘子衿', { title: 'IT 架构师', email: 'liu@hengyue.example' });
    fill.interaction(id, { at: Date.UTC(2026, 1, 1), summary: '二号炉线试点', notes: '客户担心停机时间。', personIds: [personId] });
    fill.interaction(id, { at: Date.UTC(2026, 5, 1), summary: 'Steering', decisions: 'Pilot at Müller’s plant; 停机 in May' });
    fill.order(id, { on: '2026-03-01', orderNo: 'PO-2026-0001', lines: [{ product: '振动传感器', amount: 1 }, { product: '备件包', amount: 1 }] });
    fill.task(id, '发送试点报价', { dueOn: '2026-12-01' });
    return id;
  });
});
afterEach(() => t.dispose());

describe('search', () => {
  it('finds each kind by its words, right after they were saved', async () => {
    expect(await titles('试点')).toEqual({ interaction: ['二号炉线试点'], task: ['发送试点报价'] });
    expect(await titles('pilot mull')).toEqual({ interaction: ['Steering'] });
    expect(await titles('0001')).toEqual({ order: ['PO-2026-0001'] });
    expect(await titles('傳感器')).toEqual({ order: ['PO-2026-0001'] });
    expect(await titles('liu@heng')).toEqual({ person: ['刘子衿'] });
    expect(await titles('无锡')).toEqual({ account: ['恒岳重工集团'] });
    expect(await titles('C-17')).toEqual({ account: ['恒岳重工集团'] });
  });

  it('finds names by pinyin, initials and either way of writing, names before words', async () => {
    for (const text of ['hyzg', 'hengyue', '恆嶽', '恒岳重工集團', 'heavy']) expect((await find(text)).groups[0]?.hits[0]?.id, text).toBe(account);
    t.fill((fill) => fill.account('甲公司', { city: '恒岳镇' }));
    expect((await titles('恒岳'))['account']).toEqual(['恒岳重工集团', '甲公司']);
    expect((await find('lzj')).groups).toMatchObject([{ kind: 'person', hits: [{ accountId: account, pinyin: [['Liu', 1], ['Zi', 1], ['Jin', 1]], detail: 'IT 架构师 · 恒岳重工集团' }] }]);
  });

  it('shows what surrounds the words where the title does not hold them, and the newest first', async () => {
    const [group] = (await find('停机')).groups;
    expect(group?.hits.map(({ title, snippet, at }) => [title.text, snippet, at])).toEqual([
      ['Steering', { text: '…’s plant; 停机 in May', marks: [[11, 13]] }, Date.UTC(2026, 5, 1)],
      ['二号炉线试点', { text: '客户担心停机时间。', marks: [[4, 6]] }, Date.UTC(2026, 1, 1)],
    ]);
  });

  it('gives as many of each kind as asked for, and says that there are more', async () => {
    t.fill((fill) => { for (let n = 0; n < 40; n += 1) fill.task(account, `试点 ${n}`, { createdAt: n * 1_000 }); });
    const { groups } = await find('试点', 3);
    expect(groups.map(({ kind, hits, more }) => [kind, hits.length, more])).toEqual([['interaction', 1, false], ['task', 3, true]]);
    expect(groups[1]?.hits.map(({ title }) => title.text)).toEqual(['试点 39', '试点 38', '试点 37']);
  });

  it('takes nothing that was typed for a language of its own', async () => {
    for (const text of ['"', '*', '"试点" OR x', 'line:试点', 'NEAR(a b)', '-', '(', "'; DROP TABLE x", '%', '_', '\u0000', '']) expect((await find(text)).groups, text).toEqual([]);
    expect(await titles('（试点）')).toEqual(await titles('试点'));
  });
});

describe('the index', () => {
  it('follows changes, moves in time, deletions and undo', async () => {
    const change = (sql: string) => t.book.write({ kind: 'user', verb: 'task.update', params: {} }, () => t.book.db.exec(sql)).stepNo;
    const renamed = change("UPDATE task SET title = '打样' WHERE title = '发送试点报价'");
    expect(await titles('打样')).toEqual({ task: ['打样'] });
    expect(await titles('发送')).toEqual({});
    undoStep(t.book, renamed);
    expect(await titles('发送')).toEqual({ task: ['发送试点报价'] });
    change("UPDATE product SET name = '压力表' WHERE name = '振动传感器'");
    expect(await titles('压力表')).toEqual({ order: ['PO-2026-0001'] });
    const before = docs();
    const removed = change("DELETE FROM interaction_text WHERE interaction_id = 'interaction-0002'; DELETE FROM interaction WHERE id = 'interaction-0002'");
    expect(await titles('steering')).toEqual({});
    undoStep(t.book, removed);
    expect(await titles('steering')).toEqual({ interaction: ['Steering'] });
    expect(docs()).toEqual(before);
  });

  it('is caught up after a crash between commit and index, and reads what another program wrote', async () => {
    expect(searchIsBehind(t.book.db)).toBe(true);
    catchUpSearch(t.book, 100);
    expect(searchIsBehind(t.book.db)).toBe(false);
    t.fill((fill) => fill.task(account, '崩溃之前'));
    t.book.db.prepare("INSERT INTO task (id, account_id, title, created_at) VALUES ('foreign', ?, '外来写入', 0)").run(account);
    t.deps.current.set(t.reopen());
    expect(searchIsBehind(t.book.db)).toBe(true);
    expect(await titles('崩溃')).toEqual({ task: ['崩溃之前'] });
    expect(await titles('外来')).toEqual({ task: ['外来写入'] });
  });

  it('of a large step begins with the names, which are asked for most', async () => {
    while (catchUpSearch(t.book, 100));
    const filler = t.fill((fill) => fill);
    const work = t.book.openStep({ kind: 'import', verb: 'import.people', params: { file: 'f', count: 0 } });
    work.chunk(() => {
      for (let n = 0; n < 500; n += 1) filler.task(account, `任务 ${n}`);
      for (let n = 0; n < 400; n += 1) filler.person(account, `新人 ${n}`, {});
    });
    expect(namesAreBehind(t.book.db)).toBe(true);
    const people = createPeopleHandlers({ ...t.deps, forgetElsewhere: () => undefined, bundlesStillHolding: async () => null });
    expect((await people.find({ text: '新人 399', kinds: ['person'], limit: 5 }, signal)).map(({ name }) => name)).toEqual(['新人 399']);
    expect([namesAreBehind(t.book.db), searchIsBehind(t.book.db)]).toEqual([false, true]);
    await work.finish();
  });

  it('moves with its watermark or not at all', () => {
    const mark = () => t.book.db.prepare('SELECT arrival FROM search_mark').get();
    const before = [mark(), docs()];
    t.book.db.exec("CREATE TEMP TRIGGER stop BEFORE DELETE ON search_todo BEGIN SELECT RAISE(ABORT, 'stopped'); END");
    expect(() => catchUpSearch(t.book, 100)).toThrow('stopped');
    expect([mark(), docs()]).toEqual(before);
    t.book.db.exec('DROP TRIGGER stop');
    while (catchUpSearch(t.book, 1));
    expect(docs()).toEqual({ n: 6 });
  });

  it('keeps apart more things of one moment than a page holds', async () => {
    const many = step((fill) => { for (let n = 0; n < 300; n += 1) fill.order(account, { on: '2026-07-01', orderNo: `同日 ${n}`, lines: [] }); });
    while (catchUpSearch(t.book, 50));
    expect((await find('同日', 50)).groups[0]?.hits).toHaveLength(50);
    undoStep(t.book, many);
    while (catchUpSearch(t.book, 50));
    expect(await titles('同日')).toEqual({});
  });

  it('forgets an erased person to the last letter', async () => {
    const { personId } = t.fill((fill) => fill.person(account, 'Unvergesslich Katharina', { title: 'Xylophonist' }));
    expect(await titles('katharina')).toEqual({ person: ['Unvergesslich Katharina'] });
    createPeopleHandlers({ ...t.deps, forgetElsewhere: () => undefined, bundlesStillHolding: async () => null }).eraseForGood({ personId }, signal);
    expect(await titles('katharina')).toEqual({});
    t.book.close();
    const file = readFileSync(t.path);
    for (const word of ['vergesslich', 'atharina', 'ylophonist']) expect(file.includes(word), word).toBe(false);
  });

  it('is no matter of health checks, hashes and backups, and a copy searches as the book does', async () => {
    await find('试点');
    expect(verifyBook(t.book.db).problems).toEqual([]);
    const copy = `${t.path}.copy`;
    expect(takeBackup(t.path, copy)).toBeGreaterThan(0);
    expect(Object.keys(verifyBook(t.book.db).tables).filter((name) => name.startsWith('search'))).toEqual([]);
    erasePerson(t.book, 'person-0001');
    expect(verifyBook(t.book.db).problems).toEqual([]);
  });

  it('of a book that may only be read stays as it is', async () => {
    catchUpSearch(t.book, 100);
    t.book.close();
    const later = t.reopen();
    later.db.pragma('user_version = 999');
    later.close();
    const newer = t.reopen();
    t.deps.current.set(newer);
    expect(newer.readOnly).toBe(true);
    expect(await titles('试点')).toEqual({ interaction: ['二号炉线试点'], task: ['发送试点报价'] });
  });
});
