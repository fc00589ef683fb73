import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import JSZip from 'jszip';
import { afterEach, describe, expect, it } from 'vitest';
import { askOwner } from '#core/db/show-owner.ts';
import { dateInZone } from '#shared/kernel/zoned-time.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { runCoreEntry, type RunningCore } from './stand-in/run-core-entry.ts';
import { useBuiltShell } from './stand-in/use-built-shell.ts';

const { shell, dataDir } = useBuiltShell();
const running: RunningCore[] = [];
afterEach(async () => { await Promise.all(running.splice(0).map((core) => core.stop())); });

function start(): RunningCore {
  const core = runCoreEntry(pathToFileURL(shell().coreEntry).href, dataDir());
  running.push(core);
  return core;
}

const newBook = { title: 'East', timeZone: 'Asia/Shanghai', currency: 'CNY', owner: 'Lin' };

describe('the built core entry', () => {
  it('answers each window on its port, as the Electron host', async () => {
    const core = start();
    const states = await Promise.all([core.connect(), core.connect()].map((client) => client.app.state()));
    expect(states).toMatchObject([{ host: 'electron', version: packageJson.version, book: null }, { host: 'electron' }]);
  });

  it('tells the settings at the start', async () => {
    const core = start();
    await expect.poll(() => core.told, { timeout: 10_000 }).toMatchObject([{ type: 'settings', settings: { theme: 'auto' } }]);
  });

  it('keeps books in the data folder, and releases them when it is asked to close', async () => {
    const core = start();
    const { path } = await core.connect().book.create(newBook);
    expect(path.startsWith(dataDir())).toBe(true);
    core.tell({ type: 'close' });
    expect(await core.exit).toBe(0);
    const next = start();
    expect(await next.connect().book.open({ path })).toMatchObject({ title: 'East', readOnly: null });
  });

  it('asks main for its window when another host wants its book', async () => {
    const core = start();
    const { path } = await core.connect().book.create(newBook);
    expect(await askOwner(path)).toBe(true);
    await expect.poll(() => core.told).toContainEqual({ type: 'show' });
    expect(core.told.filter((message) => message.type === 'show')).toHaveLength(1);
  });

  it('tells reminders by the notifications of main, which it wakes for, and keeps what is answered there', async () => {
    const core = start();
    const client = core.connect();
    const { timeZone } = newBook;
    await client.book.create(newBook);
    await client.reminders.saveSettings({ quietHours: null, tellAt: '00:00' });
    core.tell({ type: 'wake' });
    await expect.poll(() => core.told).toContainEqual({ type: 'count', count: 0 });
    const { id } = await client.accounts.create({ name: 'Acme' });
    const task = await client.tasks.create({ accountId: id, title: 'Offer', dueOn: dateInZone(Date.now(), timeZone), colleagueId: null, personId: null });
    core.tell({ type: 'wake' });
    const notices = () => core.told.flatMap((message) => (message.type === 'notice' ? [message] : []));
    await expect.poll(notices).toMatchObject([{ notice: { key: expect.stringContaining(`task:${task.id}`), accountId: id, actions: { done: expect.any(String) } } }]);
    const [first] = notices();
    if (!first) throw new Error('nothing was told');
    core.tell({ type: 'answer', request: first.request, answer: true });
    await expect.poll(() => core.told).toContainEqual({ type: 'count', count: 1 });
    core.tell({ type: 'act', act: { key: first.notice.key, act: 'done' } });
    await expect.poll(() => core.told).toContainEqual({ type: 'clear', key: first.notice.key });
    expect(await client.reminders.upcoming({ days: 2 })).toEqual([]);
    expect(notices()).toHaveLength(1);
  });

  it('says what main can do on this system, and that notifications are the system’s', async () => {
    const client = start().connect();
    await client.book.create(newBook);
    const { offers, settings } = await client.app.state();
    expect(offers).toEqual({ linux: ['stayInTray'], darwin: ['startAtLogin'] }[String(process.platform)] ?? ['startAtLogin', 'stayInTray']);
    expect(settings).toMatchObject({ startAtLogin: false, stayInTray: false });
    expect(await client.reminders.settings()).toMatchObject({ tells: 'system' });
  });

  it('has documents printed by main, and says so when that fails', async () => {
    const core = start();
    const client = core.connect();
    await client.book.create(newBook);
    const { id } = await client.accounts.create({ name: '恒岳重工集团' });
    const asked = () => core.told.flatMap((message) => (message.type === 'print' ? [message] : []));
    const print = () => client.reviews.deck({ accountId: id, period: { year: 2025, quarter: 4 }, language: 'zh-CN', format: 'pdf' });
    const printed = print();
    await expect.poll(asked, { timeout: 10_000 }).toHaveLength(1);
    expect(asked()[0]?.html).toContain('恒岳重工集团');
    core.tell({ type: 'answer', request: asked()[0]?.request ?? 0, answer: new Uint8Array([37, 80, 68, 70]) });
    expect(await (await printed).text()).toBe('%PDF');
    const failing = expect(print()).rejects.toMatchObject({ code: 'pdf-failed' });
    await expect.poll(asked, { timeout: 10_000 }).toHaveLength(2);
    core.tell({ type: 'answer', request: asked()[1]?.request ?? 0, answer: null });
    await failing;
  });

  it('gives a token for a chosen file, under which a call finds it, and for no other', async () => {
    const core = start();
    const client = core.connect();
    await client.book.create(newBook);
    const path = join(dataDir(), 'chosen', 'accounts.csv');
    mkdirSync(join(path, '..'));
    writeFileSync(path, 'Company,City\nAcme,Wuxi\n');
    core.tell({ type: 'file', request: 7, path });
    await expect.poll(() => core.told.find((message) => message.type === 'file-token'), { timeout: 10_000 }).toMatchObject({ request: 7 });
    const told = core.told.find((message) => message.type === 'file-token');
    const inspection = await client.imports.inspect({ file: told?.token ?? '', kind: 'accounts' });
    expect(inspection).toMatchObject({ file: 'accounts.csv', columns: [{ header: 'Company' }, { header: 'City' }] });
    await expect(client.imports.inspect({ file: path, kind: 'accounts' })).rejects.toMatchObject({ code: 'file-not-found' });
  });

  it('sends a review deck through the port as a file', async () => {
    const client = start().connect();
    await client.book.create(newBook);
    const { id } = await client.accounts.create({ name: '恒岳重工集团' });
    const deck = await client.reviews.deck({ accountId: id, period: { year: 2025, quarter: 4 }, language: 'zh-CN' });
    expect(deck.name).toMatch(/恒岳重工集团.*\.pptx$/);
    const zip = await JSZip.loadAsync(await deck.arrayBuffer());
    expect(Object.keys(zip.files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(5);
  });

  it('loses nothing that was saved when it ends without closing', async () => {
    const core = start();
    const { path } = await core.connect().book.create(newBook);
    await core.connect().accounts.create({ name: 'Acme' });
    await core.stop();
    const client = start().connect();
    await client.book.open({ path });
    expect(await client.accounts.totals({ filter: {} })).toMatchObject({ count: 1 });
    expect(await client.book.verify()).toMatchObject({ healthy: true });
  });
});
