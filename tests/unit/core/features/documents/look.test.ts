import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CurrentBook } from '#core/db/current-book.ts';
import { readBookSettings } from '#core/db/settings.ts';
import { undoStep } from '#core/db/undo.ts';
import { createDocumentsHandlers } from '#core/features/documents/handlers.ts';
import { MAX_LOGO_BYTES, PLAIN_LOOK } from '#shared/domain/document/look.ts';
import { madePng } from '#tests/builders/pictures.ts';
import { testBook, type TestBook } from '#tests/builders/test-book.ts';

const context = { signal: new AbortController().signal };
let dir: string;
let t: TestBook;
let handlers: ReturnType<typeof createDocumentsHandlers>;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'ballast-look-'));
  t = testBook();
  const current = new CurrentBook();
  current.set(t.book);
  handlers = createDocumentsHandlers({ current, ports: { files: { resolve: (token) => (token === 'none' ? null : { path: join(dir, token), name: token }) } } });
});
afterEach(() => {
  t.dispose();
  rmSync(dir, { recursive: true, force: true });
});

const look = () => handlers.look(undefined, context);
const setLook = async (changes: Parameters<typeof handlers.setLook>[0]) => handlers.setLook(changes, context);
const lastArrival = (): unknown => t.book.db.prepare('SELECT max(arrival) FROM change').pluck().get();

it('a book without a look has the plain one', async () => {
  expect(await look()).toEqual(PLAIN_LOOK);
});

it('a change is one step in words, keeps the rest, and is taken back', async () => {
  writeFileSync(join(dir, 'logo.png'), madePng(60, 20));
  await setLook({ company: 'Acme', logo: { file: 'logo.png' } });
  const { stepNo } = await setLook({ accent: '#B3001B', chinese: 'KaiTi' });
  expect(await look()).toMatchObject({ company: 'Acme', accent: '#B3001B', latin: 'Arial', chinese: 'KaiTi', logo: { type: 'png', width: 60, height: 20, data: madePng(60, 20).toString('base64') } });
  expect(t.book.db.prepare('SELECT kind, verb FROM step WHERE no = ?').get(stepNo)).toEqual({ kind: 'user', verb: 'look.update' });
  expect(await setLook({ accent: '#B3001B' })).toEqual({ stepNo: 0 });
  undoStep(t.book, stepNo);
  expect(await look()).toMatchObject({ company: 'Acme', accent: '#0B6477', chinese: 'Microsoft YaHei', logo: { width: 60 } });
});

it('a change of colour does not log the picture again', async () => {
  writeFileSync(join(dir, 'logo.png'), madePng(60, 20));
  await setLook({ logo: { file: 'logo.png' } });
  const before = lastArrival();
  await setLook({ accent: '#B3001B' });
  expect(t.book.db.prepare('SELECT tbl, key FROM change WHERE arrival > ?').all(before)).toEqual([{ tbl: 'setting', key: 'look' }]);
});

it('a logo is taken away and comes back by undo', async () => {
  writeFileSync(join(dir, 'logo.png'), madePng(60, 20));
  await setLook({ logo: { file: 'logo.png' } });
  const { stepNo } = await setLook({ logo: null });
  expect((await look()).logo).toBeNull();
  undoStep(t.book, stepNo);
  expect((await look()).logo?.height).toBe(20);
});

it.each([
  ['none', 'file-not-found'], ['gone.png', 'file-not-found'], ['text.png', 'logo-not-picture'], ['large.png', 'logo-too-large'],
])('%s is refused as %s, and nothing changes', async (file, code) => {
  writeFileSync(join(dir, 'text.png'), '<svg/>'.repeat(20));
  writeFileSync(join(dir, 'large.png'), Buffer.alloc(MAX_LOGO_BYTES + 1));
  await expect(setLook({ company: 'Acme', logo: { file } })).rejects.toMatchObject({ code });
  expect(await look()).toEqual(PLAIN_LOOK);
});

it('a look of a newer program is left alone and shown plain; the book’s own settings are read without it', async () => {
  t.book.write({ kind: 'user', verb: 'look.update', params: {} }, () => t.book.db.prepare("INSERT INTO setting VALUES ('look', '{\"version\":9}')").run());
  expect(await look()).toEqual(PLAIN_LOOK);
  expect(readBookSettings(t.book.db)).toEqual({ title: 'Test', timeZone: 'Asia/Shanghai', currency: 'CNY' });
});
